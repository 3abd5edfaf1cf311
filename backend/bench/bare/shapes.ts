type Row = Record<string, unknown>;

/** The rows as Kontor answers them. */
export function ticketOf(row: Row): Row {
  return {
    id: row['id'],
    number: row['number'],
    subject: row['subject'],
    status: row['status'],
    priority: row['priority'],
    channel: row['channel'],
    preview: row['preview'],
    requester: row['requester_id'] && { id: row['requester_id'], name: row['requester_name'], email: row['requester_email'] },
    assignee: row['assignee_id'] && { id: row['assignee_id'], name: row['assignee_name'] },
    createdBy: row['created_by'] && { id: row['created_by'], name: row['created_by_name'] },
    team: row['team_id'] && { id: row['team_id'], name: row['team_name'] },
    tags: row['tags'],
    fields: row['fields'],
    version: row['version'],
    createdAt: row['created_at'],
    updatedAt: row['updated_at'],
    solvedAt: row['solved_at'],
    closedAt: row['closed_at'],
    pendingUntil: row['pending_until'],
  };
}

export function memberOf(row: Row): Row {
  return {
    id: row['id'],
    name: row['name'],
    email: row['email'],
    role: row['role'],
    ticketVisibility: row['ticket_visibility'],
    teamIds: row['team_ids'],
    status: row['status'],
    availability: row['availability'],
    availableFrom: row['available_from'],
    joinedAt: row['joined_at'],
    deactivatedAt: row['deactivated_at'],
    version: row['version'],
  };
}

export function entryOf(row: Row): Row {
  return {
    id: row['id'],
    type: row['type'],
    at: row['at'],
    author: { type: row['author_type'], id: row['author_id'], name: row['author_name'] },
    kind: row['kind'],
    body: row['body'],
    mentions: row['mentions'],
    field: row['field'],
    label: row['label'],
    from: row['from'],
    to: row['to'],
    attachments: row['attachments'],
    ticket: row['ticket'],
  };
}

export function eventOf(row: Row, epoch: unknown): Row {
  return {
    id: row['id'],
    seq: row['seq'],
    epoch,
    channel: row['channel'],
    type: row['type'],
    version: row['version'],
    occurredAt: row['occurred_at'],
    actor: { type: row['actor_type'], id: row['actor_id'] },
    data: row['data'],
  };
}

/** A page of `limit` of the rows, of which one more was read, with a cursor where there is a next one. */
export function pageOf(rows: Row[], limit: number, sort: string, sortedBy: string, shape: (row: Row) => Row): Row {
  const last = rows[limit - 1];
  const cursor = rows.length > limit && last ? JSON.stringify([sort, last[sortedBy], last['id']]) : null;
  return { items: rows.slice(0, limit).map(shape), nextCursor: cursor && Buffer.from(cursor).toString('base64url') };
}
