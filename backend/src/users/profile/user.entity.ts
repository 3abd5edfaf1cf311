import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Locale, Theme } from '@kontor/contracts/locales';
import type { MemberKind } from '@kontor/contracts/permissions';

/** A person, across workspaces. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', update: false })
  kind: MemberKind;

  /** Folded to lower case; null for a service member. */
  @Column({ type: 'text', update: false, nullable: true })
  email: string | null;

  @Column('text')
  name: string;

  @Column('text')
  locale: Locale;

  /** IANA name. */
  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text')
  theme: Theme;

  @Column({ type: 'timestamptz', name: 'created_at', update: false })
  createdAt: Date;

  @VersionColumn()
  version: number;
}
