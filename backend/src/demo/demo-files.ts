/** A file of a demo ticket's first message. */
export interface DemoFile {
  tenant: string;
  ticket: number;
  /** The key of the member who put it there. */
  by: string;
  name: string;
  type: string;
  content: Buffer;
}

export const DEMO_FILES: DemoFile[] = [
  {
    tenant: 'harbor',
    ticket: 1039,
    by: 'tom',
    name: 'menu-week-48.pdf',
    type: 'application/pdf',
    content: pdf('School menu, week 48', [
      'Monday: dish 1, pasta with tomatoes and basil; dish 2, fish cakes with potatoes',
      'Tuesday: dish 1, lentil soup; dish 2, chicken with rice',
      'Wednesday: dish 3, potato gratin; dish 4, vegetable bowl with tahini',
      'Thursday: dish 1, pancakes with apple sauce; dish 2, meatballs with peas',
      'Friday: dish 1, pea stew; dish 2, pollock with spinach',
    ]),
  },
  {
    tenant: 'harbor',
    ticket: 1042,
    by: 'mara',
    name: 'oven-3-probe.csv',
    type: 'text/csv',
    content: Buffer.from('minute,set,probe\n0,180,178\n2,180,151\n4,180,163\n6,180,196\n8,180,171\n10,180,158\n'),
  },
  {
    tenant: 'nusantara',
    ticket: 517,
    by: 'bagus',
    name: 'suhu-inti-P-398.csv',
    type: 'text/csv',
    content: Buffer.from('jam,wajan,suhu\n04.40,4,71.8\n04.52,2,73.1\n'),
  },
];

/** One page with a heading and lines below it (ISO 32000-1, 7.5). */
function pdf(heading: string, lines: readonly string[]): Buffer {
  const text = `BT /F1 18 Tf 60 760 Td (${heading}) Tj /F1 11 Tf ${lines.map((line) => `0 -26 Td (${line}) Tj`).join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${file}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`);
}
