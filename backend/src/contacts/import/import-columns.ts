/** Fields that a column can hold. */
const FIELDS = ['name', 'email', 'phone', 'company', 'externalId'] as const;
export type ImportField = (typeof FIELDS)[number];

/** What else columns are called, by other programs and in the languages of Kontor; without case, spaces and signs. */
const NAMES: Record<ImportField, readonly string[]> = {
  name: ['name', 'fullname', 'displayname', 'contact', 'nama', 'namalengkap'],
  email: ['email', 'mail', 'emailaddress', 'surel', 'alamatemail', 'alamatsurel'],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobilephone', 'telepon', 'nomortelepon', 'ponsel', 'hp', 'nohp'],
  company: ['company', 'companyname', 'organisation', 'organization', 'account', 'perusahaan', 'instansi'],
  externalId: ['externalid', 'id', 'contactid', 'customerid', 'reference', 'ref', 'ideksternal'],
};

/** For each column what it holds; null where it means nothing here, or the same as a column before it. */
export function fieldsOf(header: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return header.map((column) => {
    const plain = column.toLowerCase().replace(/[^a-z0-9]/g, '');
    const field = FIELDS.find((one) => NAMES[one].includes(plain) && !taken.has(one));
    if (field) taken.add(field);
    return field ?? null;
  });
}

/** The cells of a row by what they hold; empty ones are left out. */
export function recordOf(fields: readonly (ImportField | null)[], cells: readonly string[]): Partial<Record<ImportField, string>> {
  return Object.fromEntries(fields.flatMap((field, at) => (field && cells[at] ? [[field, cells[at]] as const] : [])));
}
