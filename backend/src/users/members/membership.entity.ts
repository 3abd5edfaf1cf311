import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Availability, MemberStatus, Role, Visibility } from '@kontor/contracts/permissions';

/** A person in a tenant. Never deleted: what they did keeps their name. */
@Entity('memberships')
export class Membership {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  role: Role;

  @Column('text', { name: 'ticket_visibility' })
  ticketVisibility: Visibility;

  @Column('text')
  status: MemberStatus;

  @Column('text')
  availability: Availability;

  /** When a member who is busy or away is available again by itself; null where that is not said. */
  @Column('timestamptz', { name: 'available_from', nullable: true })
  availableFrom: Date | null;

  @Column({ type: 'timestamptz', name: 'joined_at', update: false })
  joinedAt: Date;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;

  @VersionColumn()
  version: number;

  get isActiveOwner(): boolean {
    return this.role === 'owner' && this.status === 'active';
  }

  deactivate(at: Date): void {
    this.status = 'deactivated';
    this.deactivatedAt = at;
  }

  reactivate(): void {
    this.status = 'active';
    this.deactivatedAt = null;
  }
}
