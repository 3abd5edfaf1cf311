/** Bounds, in characters and counts, that both the forms and the API hold to. */
export const CONTACT_LIMITS = { name: 120, email: 254, phone: 40, addresses: 10, externalId: 100 } as const;

export const COMPANY_LIMITS = { name: 120, domain: 120, note: 2_000 } as const;

/** Fields of a contact that a merge chooses between: what the target keeps unless it takes the source's. */
export const MERGED_FIELDS = ['name', 'company', 'email', 'phone', 'externalId'] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** Fields whose changes stand in the history of a contact or company; `merge` names the other contact. */
export const CONTACT_FIELDS = ['name', 'company', 'emails', 'phones', 'externalId', 'domain', 'note', 'archived', 'merge'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
