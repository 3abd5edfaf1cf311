/** Kinds of jobs, as the migration has made queues for them. */
export const SEND_JOB = 'webhook-send';
export const REPLAY_JOB = 'webhook-replay';
export const FORGET_JOB = 'webhook-forget';
export const RECEIVE_JOB = 'webhook-receive';
