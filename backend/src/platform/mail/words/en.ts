import type { Words } from './words.ts';

const ROLES = { owner: 'an owner', admin: 'an admin', agent: 'an agent', viewer: 'a viewer' };
const ON_TICKETS = 'You choose what you get by mail: in your account, under Notifications.';

export const en: Words = {
  invitation: ({ workspace, inviter, role, days }) => ({
    subject: `${inviter} invites you to ${workspace}`,
    lines: [`${inviter} invites you to work in ${workspace} as ${ROLES[role]}.`, `The link works once, within ${days} days, and is for you alone.`],
    action: 'Join the workspace',
    foot: 'If you do not expect this, leave it: without the link nothing happens.',
  }),
  assignment: ({ workspace, actor, number, subject }) => ({
    subject: `[#${number}] ${actor} assigned to you: ${subject}`,
    lines: [`${actor} assigned ticket #${number} in ${workspace} to you:`, subject],
    action: 'Open the ticket',
    foot: ON_TICKETS,
  }),
  mention: ({ workspace, actor, number, subject }) => ({
    subject: `[#${number}] ${actor} mentioned you: ${subject}`,
    lines: [`${actor} mentioned you in a note on ticket #${number} in ${workspace}:`, subject],
    action: 'Read the note',
    foot: ON_TICKETS,
  }),
  reply: ({ workspace, actor, number, subject, body, files }) => ({
    subject: `[#${number}] ${subject}`,
    lines: files.length === 0 ? [body] : [body, `Files on this: ${files.join(', ')}. They do not travel by mail: ask us for them.`],
    foot: `${actor}, ${workspace}. Please keep #${number} in the subject when you answer.`,
  }),
  test: ({ workspace, actor }) => ({
    subject: `Test message from ${workspace}`,
    lines: [`${actor} asked for this message, to see that mail arrives. It does.`],
    foot: 'Nothing needs to be done.',
  }),
  passwordReset: ({ name, minutes }) => ({
    subject: 'Choose a new password',
    lines: [`Hello ${name},`, 'somebody, we hope you, has forgotten the password of your account.', `The link works once, within ${minutes} minutes. With the new password all your sessions end.`],
    action: 'Choose a new password',
    foot: 'If that was not you, leave it: your password stays as it is.',
  }),
  linkHidden: '(the link is not shown)',
};
