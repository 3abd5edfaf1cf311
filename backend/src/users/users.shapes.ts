import { LOCALES, THEMES } from '@kontor/contracts/locales';
import { API_KEY_STATES, API_SCOPES } from '@kontor/contracts/scopes';
import { AVAILABILITIES, INVITATION_STATES, MEMBER_KINDS, MEMBER_STATUSES, PERMISSIONS, ROLES, VISIBILITIES } from '@kontor/contracts/permissions';
import { Flag, Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

export const UserShape = Shape('User', {
  id: Uuid(),
  /** Null for a service member. */
  email: Nullable(Text()),
  name: Text(),
  locale: OneOf(LOCALES),
  /** IANA name. */
  timeZone: Text(),
  theme: OneOf(THEMES),
  version: Whole(),
});

export const TenantShape = Shape('Tenant', { id: Uuid(), name: Text(), slug: Text(), timeZone: Text(), locale: OneOf(LOCALES) });

export const WorkspaceShape = Shape('Workspace', {
  ...TenantShape.properties,
  /** True where every member needs a second factor. */
  requiresSecondFactor: Flag(),
  /** True where replies are mailed to the requester of their ticket. */
  mailsReplies: Flag(),
  /** Days after which solved tickets are closed; null for never. */
  autoCloseDays: Nullable(Whole()),
  version: Whole(),
});

export const ForgottenShape = Shape('Forgotten', {
  /** False where the installation sends no mail at all: then whoever runs it makes the link. */
  isSending: Flag(),
});

export const ResetShape = Shape('PasswordReset', { email: Text() });

export const MembershipShape = Shape('Membership', {
  tenant: Shape('TenantName', { id: Uuid(), name: Text(), slug: Text() }),
  role: OneOf(ROLES),
});

export const SignedInShape = Shape('SignedIn', {
  /** The session token; it is shown once. */
  token: Text(),
  expiresAt: Instant(),
  user: UserShape,
  tenant: TenantShape,
  memberships: List(MembershipShape),
});

/** A password was right, and a code is needed, too. */
export const ChallengeShape = Shape('Challenge', {
  /** Good for the second step of this sign-in and nothing else. */
  challenge: Text(),
  expiresAt: Instant(),
});

export const SecondFactorShape = Shape('SecondFactor', { enabledAt: Nullable(Instant()), recoveryCodesLeft: Whole() });

export const EnrolmentShape = Shape('Enrolment', {
  /** To be typed into an authenticator: Base32. */
  key: Text(),
  /** To be scanned by one: `otpauth://totp/…`. */
  uri: Text(),
});

export const RecoveryCodesShape = Shape('RecoveryCodes', { recoveryCodes: List(Text()) });

export const SessionShape = Shape('Session', {
  id: Uuid(),
  user: UserShape,
  tenant: TenantShape,
  role: OneOf(ROLES),
  ticketVisibility: OneOf(VISIBILITIES),
  teamIds: List(Uuid()),
  permissions: List(OneOf(PERMISSIONS)),
  availability: OneOf(AVAILABILITIES),
  availableFrom: Nullable(Instant()),
  /** True where nothing else is open until the person has set up the second factor that the workspace requires. */
  mustEnrol: Flag(),
  memberships: List(MembershipShape),
  /** Null for an API key without an end. */
  expiresAt: Nullable(Instant()),
});

export const OwnSessionShape = Shape('OwnSession', {
  id: Uuid(),
  createdAt: Instant(),
  lastSeenAt: Instant(),
  expiresAt: Instant(),
  userAgent: Nullable(Text()),
  address: Nullable(Text()),
  /** True for the session that asks. */
  current: Flag(),
  tenant: Shape('SessionTenant', { id: Uuid(), name: Text() }),
});

export const MemberShape = Shape('Member', {
  /** The person's id, the same in every workspace. */
  id: Uuid(),
  name: Text(),
  kind: OneOf(MEMBER_KINDS),
  /** Null for a service member. */
  email: Nullable(Text()),
  role: OneOf(ROLES),
  ticketVisibility: OneOf(VISIBILITIES),
  teamIds: List(Uuid()),
  status: OneOf(MEMBER_STATUSES),
  availability: OneOf(AVAILABILITIES),
  /** When a member who is busy or away is available again. */
  availableFrom: Nullable(Instant()),
  joinedAt: Instant(),
  deactivatedAt: Nullable(Instant()),
  version: Whole(),
});

export const TeamShape = Shape('Team', {
  id: Uuid(),
  /** Unique among the teams that are not closed. */
  name: Text(),
  memberIds: List(Uuid()),
  version: Whole(),
  createdAt: Instant(),
  closedAt: Nullable(Instant()),
});

export const InvitationShape = Shape('Invitation', {
  email: Text(),
  tenantName: Text(),
  role: OneOf(ROLES),
  expiresAt: Instant(),
  /** True where the address has an account, whose password accepts the invitation. */
  hasAccount: Flag(),
});

/** An invitation as those see it who may invite. */
export const SentInvitationShape = Shape('SentInvitation', {
  id: Uuid(),
  email: Text(),
  role: OneOf(ROLES),
  ticketVisibility: OneOf(VISIBILITIES),
  teamIds: List(Uuid()),
  state: OneOf(INVITATION_STATES),
  /** Null where the operator of the installation invited. */
  invitedBy: Nullable(Shape('Inviter', { id: Uuid(), name: Text() })),
  createdAt: Instant(),
  expiresAt: Instant(),
});

export const IssuedInvitationShape = Shape('IssuedInvitation', {
  ...SentInvitationShape.properties,
  /** By which the invited person joins; it is shown once. */
  link: Text(),
});

const KeyMemberShape = Shape('ApiKeyMember', { id: Uuid(), name: Text() });

/** An API key, as it may be shown. */
export const ApiKeyShape = Shape('ApiKey', {
  id: Uuid(),
  name: Text(),
  /** How the key begins: it tells keys apart, and opens nothing. */
  prefix: Text(),
  /** The member in whose name the key acts. */
  owner: Shape('ApiKeyOwner', { ...KeyMemberShape.properties, kind: OneOf(MEMBER_KINDS) }),
  scopes: List(OneOf(API_SCOPES)),
  state: OneOf(API_KEY_STATES),
  createdBy: KeyMemberShape,
  createdAt: Instant(),
  /** Null where it has no end. */
  expiresAt: Nullable(Instant()),
  /** To the minute; null where it was never used. */
  lastUsedAt: Nullable(Instant()),
  revokedAt: Nullable(Instant()),
});

export const IssuedApiKeyShape = Shape('IssuedApiKey', {
  ...ApiKeyShape.properties,
  /** The key itself; it is shown once. */
  token: Text(),
});

export const ApiKeyPage = Page('ApiKeyPage', ApiKeyShape);
export const OwnSessionPage = Page('OwnSessionPage', OwnSessionShape);
export const MemberPage = Page('MemberPage', MemberShape);
export const SentInvitationPage = Page('SentInvitationPage', SentInvitationShape);
export const TeamPage = Page('TeamPage', TeamShape);

export type ApiKeyBody = Static<typeof ApiKeyShape>;
export type IssuedApiKeyBody = Static<typeof IssuedApiKeyShape>;
export type UserBody = Static<typeof UserShape>;
export type TenantBody = Static<typeof TenantShape>;
export type WorkspaceBody = Static<typeof WorkspaceShape>;
export type ForgottenBody = Static<typeof ForgottenShape>;
export type ResetBody = Static<typeof ResetShape>;
export type SignedInBody = Static<typeof SignedInShape>;
export type ChallengeBody = Static<typeof ChallengeShape>;
export type SecondFactorBody = Static<typeof SecondFactorShape>;
export type EnrolmentBody = Static<typeof EnrolmentShape>;
export type RecoveryCodesBody = Static<typeof RecoveryCodesShape>;
export type SessionBody = Static<typeof SessionShape>;
export type OwnSessionBody = Static<typeof OwnSessionShape>;
export type MemberBody = Static<typeof MemberShape>;
export type TeamBody = Static<typeof TeamShape>;
export type SentInvitationBody = Static<typeof SentInvitationShape>;
export type IssuedInvitationBody = Static<typeof IssuedInvitationShape>;
export type InvitationBody = Static<typeof InvitationShape>;
