import type { ErrorCode } from '@kontor/contracts/errors';

/**
 * Why each error happens and what to do about it: for `/api/docs/errors` and `docs/errors.md`, whose sections
 * `npm run generate -w @kontor/backend` renews (a test compares them).
 */
export const ERROR_ADVICE: Record<ErrorCode, { cause: string; remedy: string }> = {
  VALIDATION_FAILED: {
    cause: 'The request can be read, but a field is missing, unknown, of the wrong type or outside what is allowed. Fields that a route does not declare are refused, among them `tenantId`, `role`, `id` and `createdAt` where they cannot be set.',
    remedy: 'Mend each field that `errors` names, and send again.',
  },
  MALFORMED_REQUEST: {
    cause: 'The body is not JSON, the address or a header is broken or too long, or the request is otherwise not what it says it is.',
    remedy: 'Send valid JSON with `Content-Type: application/json`. A library that builds the request is usually enough.',
  },
  UNAUTHENTICATED: {
    cause: 'No bearer token was sent, the token or API key is not known or not whole, or the e-mail address or the password is wrong. The answer does not tell whether an account exists.',
    remedy: 'Sign in with `POST /api/v1/auth/sign-in` and send the token as `Authorization: Bearer …`; a program sends its API key there. Cookies are not read.',
  },
  SESSION_EXPIRED: {
    cause: 'The session was not used for 7 days, or it was opened more than 30 days ago; or the API key has come to its end.',
    remedy: 'Sign in again; for a program, make a new key under Settings.',
  },
  SESSION_REVOKED: {
    cause: 'The session was ended: by signing out, from the list of sessions, by a change of the password, or because the membership was deactivated. An API key was revoked, or its owner deactivated.',
    remedy: 'Sign in again; for a program, make a new key. Whoever did not end it themselves should change the password.',
  },
  SIGNATURE_INVALID: {
    cause: 'Reserved for a later part of Kontor. The signature over the raw body does not match, or its time is too far from now.',
    remedy: 'Check the secret on both sides and the clock of the sender; sign the body exactly as it is sent.',
  },
  FORBIDDEN: {
    cause: 'You are signed in, but your role does not include what you asked for, or the thing is not yours to change; or the scopes of the API key do not include it, or it is a person’s own, which no key reaches. What belongs to another tenant is never answered so: it is NOT_FOUND.',
    remedy: 'Ask an owner or an administrator of the workspace. `GET /api/v1/auth/session` lists your permissions.',
  },
  WRONG_TENANT: {
    cause: 'The page or the call was made for another workspace than the one the session is in now (`X-Kontor-Tenant`), for example because you switched in another tab. Nothing was changed.',
    remedy: 'Switch back, or reload the page and send again in the workspace you mean.',
  },
  PLAN_REQUIRED: {
    cause: 'Reserved for a later part of Kontor. The workspace’s plan does not include this.',
    remedy: 'Choose another plan, or do without.',
  },
  REAUTH_REQUIRED: {
    cause: 'Reserved for a later part of Kontor. What you asked for needs a fresh proof that it is you.',
    remedy: 'Give your password again, then repeat the request.',
  },
  SECOND_FACTOR_REQUIRED: {
    cause: 'The workspace requires a second factor, and you have not set one up; or you want to require one of others before you have your own.',
    remedy: 'Set it up under your account, or with `POST /api/v1/auth/second-factor/enrol` and `…/confirm`. Until then only that, the session and signing out are open.',
  },
  ORIGIN_REJECTED: {
    cause: 'A form, a server action or a socket came without an `Origin`, with `null`, or from an origin that is not the frontend’s. Nothing was changed.',
    remedy: 'Open Kontor at the address in `KONTOR_PUBLIC_URL`. Behind a proxy, check that this setting is the address that browsers see.',
  },
  BOT_CHECK_FAILED: {
    cause: 'Reserved for a later part of Kontor. The form was sent too fast, too often, or by something that fills hidden fields.',
    remedy: 'Reload the page and send it again by hand.',
  },
  NOT_FOUND: {
    cause: 'There is nothing at this address, the id names nothing, or you may not know of it: a thing of another tenant or a ticket outside your visibility looks exactly like one that never was.',
    remedy: 'Check the address and the workspace you are in.',
  },
  METHOD_NOT_ALLOWED: {
    cause: 'The address exists, but not with this method.',
    remedy: 'Use one of the methods in `Allow`.',
  },
  CONFLICT: {
    cause: 'Something is already there that excludes what you want, such as a contact with the same e-mail address, or others changed the same thing at the same moment.',
    remedy: 'Read the present state and decide anew.',
  },
  ILLEGAL_TRANSITION: {
    cause: 'The ticket’s status does not lead to the one you asked for, or the ticket is closed and can no longer be changed.',
    remedy: 'Choose one of `allowed`; where it is empty, open a new ticket.',
  },
  ASSIGNEE_REQUIRED: {
    cause: 'A ticket is solved by somebody, and this one has no assignee.',
    remedy: 'Assign it, then solve it.',
  },
  STALE_REPLY: {
    cause: 'Others wrote on the ticket after the message that `lastSeenMessageId` names. Nothing was sent.',
    remedy: 'Read `newMessages`. To send it all the same, repeat it with the id of the last of them; without `lastSeenMessageId` nothing is checked.',
  },
  FIELDS_REQUIRED: {
    cause: 'The workspace wants some of its own fields filled in before a ticket is solved, and this one lacks them. `errors` names each as `/fields/<key>`.',
    remedy: 'Give the named fields a value with `PATCH /api/v1/tickets/:id`, then solve it.',
  },
  LAST_OWNER: {
    cause: 'The last owner cannot leave, be deactivated or be given another role: nobody could manage the workspace.',
    remedy: 'Make somebody else an owner first.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    cause: 'A request with the same `Idempotency-Key` is being worked on.',
    remedy: 'Wait a moment and send it again, unchanged.',
  },
  GONE: {
    cause: 'It was there and is no longer: an invitation that was used or has expired, or events older than 7 days.',
    remedy: 'Ask for a new invitation. On the feed, read the resources anew and go on from the present `seq`.',
  },
  VERSION_MISMATCH: {
    cause: '`If-Match` names a version that is no longer the present one: somebody changed the thing after you read it.',
    remedy: 'Look at `current`, apply your change to it, and send it with its version.',
  },
  PAYLOAD_TOO_LARGE: {
    cause: 'The body is larger than this route takes. For a file, `limit` has the bytes that it may have.',
    remedy: 'Send less at once.',
  },
  UNSUPPORTED_MEDIA: {
    cause: 'The body’s media type is not read here.',
    remedy: 'Send `Content-Type: application/json`; to `POST /attachments` the file itself as `application/octet-stream`.',
  },
  MERGE_INTO_ITSELF: {
    cause: 'The ticket to merge and the one to merge it into are the same.',
    remedy: 'Name another ticket in `into`.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    cause: 'The `Idempotency-Key` was used before, for a request with another body.',
    remedy: 'Take a new key for each new request.',
  },
  PRECONDITION_REQUIRED: {
    cause: 'Reserved for a later part of Kontor. The route requires `If-Match`, and it is missing.',
    remedy: 'Read the resource, then send its version as `If-Match: "3"`.',
  },
  RATE_LIMITED: {
    cause: 'Too many requests within a short time from this address or by this person, or too many failed sign-ins.',
    remedy: 'Wait for the time in `Retry-After`. Read changes from the feed or the gateway instead of polling lists.',
  },
  QUOTA_EXCEEDED: {
    cause: 'An allowance that is counted in hours or days is used up: so many of your uploads wait to be sent with a message that no more are taken.',
    remedy: 'Remove uploads that you do not need (`DELETE /attachments/:id`), or wait for the time in `Retry-After`; what is not sent is removed after a day.',
  },
  SLOW_CONSUMER: {
    cause: 'More events are waiting for this client than the server keeps for it.',
    remedy: 'Connect again and subscribe with `since`: what was missed is sent first. Do the work outside the event handler.',
  },
  INTERNAL: {
    cause: 'Something that nobody foresaw. The whole error is in the server’s log under the trace id; nothing of it is told.',
    remedy: 'Try once more; if it stays, give the trace id to whoever runs the server.',
  },
  UPSTREAM_FAILED: {
    cause: 'Something that Kontor asked on your behalf answered with nonsense; between frontend and backend mostly a proxy that answers in their place.',
    remedy: 'Try again; whoever runs the server checks `KONTOR_API_URL` and what lies between.',
  },
  UNAVAILABLE: {
    cause: 'The server is starting, stopping or out of reach of its database.',
    remedy: 'Try again in a moment. `/health/ready` says when it is back.',
  },
  TIMEOUT: {
    cause: 'The database or the request took longer than is allowed. A change that timed out was not made.',
    remedy: 'Try again; ask for less at once if it stays.',
  },
  STORAGE_FULL: {
    cause: 'The disk that holds files, or the share of it that Kontor may use, is full. Nothing of the file was kept.',
    remedy: 'Whoever runs the server makes room in `KONTOR_FILES_DIR`. Messages without files go through meanwhile.',
  },
};
