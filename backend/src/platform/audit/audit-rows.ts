/** The columns of entries `e` as an `AuditRecord`. */
export const RECORD_COLUMNS = `e.tenant_id AS "tenantId", e.id, e.at, e.action, e.actor_type AS "actorType", e.actor_id AS "actorId",
  e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.details, e.count, e.address, e.user_agent AS "userAgent", e.trace_id AS "traceId"`;

/** The same with its place in the chain. */
export const LINKED_COLUMNS = `${RECORD_COLUMNS}, e.position, encode(e.hash, 'hex') AS hash`;
