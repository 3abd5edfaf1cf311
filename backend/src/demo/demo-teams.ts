import type { DemoMember } from './demo-types.ts';

type Row = Record<string, unknown>;

export interface TeamRows {
  teams: Row[];
  team_members: Row[];
}

interface Context {
  tenantId: string;
  userIds: ReadonlyMap<string, string>;
  /** When the teams were made. */
  at: Date;
  idAt: (instant: Date) => string;
}

/** The teams that members say they are in, with the id of each by its name. */
export function teamRows(members: readonly DemoMember[], { tenantId, userIds, at, idAt }: Context): TeamRows & { ids: ReadonlyMap<string, string> } {
  const names = [...new Set(members.flatMap(({ team }) => team ?? []))];
  const ids = new Map(names.map((name) => [name, idAt(at)]));
  return {
    ids,
    teams: names.map((name) => ({ tenant_id: tenantId, id: ids.get(name), name, version: 1, created_at: at })),
    team_members: members.flatMap(({ key, team }) => (team ? [{ tenant_id: tenantId, team_id: ids.get(team), user_id: userIds.get(key) }] : [])),
  };
}
