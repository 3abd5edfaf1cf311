import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Locale, Theme } from '@kontor/contracts/locales';

/** A person, across workspaces. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id: string;

  /** Folded to lower case. */
  @Column({ type: 'text', update: false })
  email: string;

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
