import fc from 'fast-check';

const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Values that programs trip over, as JSON text. */
const JSON_VALUES = [
  ...['null', 'true', '0', '-1', '1.5', '1e308', '1e999', '9007199254740993', '-9223372036854775809', '""', '" "', '[]', '{}', '[null]', '[[]]', '[{}]'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\u202e"', '"👩‍👩‍👧"', '"infinity"', '"NaN"', '"2026-13-45"', '"0000-00-00T00:00:00Z"'],
  ...['"9999-12-31T23:59:60Z"', '"\' OR 1=1; SELECT pg_sleep(9) --"', '"../../etc/passwd"', '"${7*7}{{7*7}}"', '"%00"', '"a@b"', '"\\"a\\"@b.test"'],
  ...['"İ@kontor.test"', '"+25:00"', '"Europe/Nowhere"', '"__proto__"', '"constructor"'],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"a":1}}}', '{"toString":1,"hasOwnProperty":2}', '{"length":1e9}', '{"then":1}', '{"":1}'],
  `"${'x'.repeat(60_000)}"`,
  `"${'👋'.repeat(300)}"`,
  `[${Array(500).fill('"t"').join(',')}]`,
  deep(50, '[', ']'),
  deep(2_000, '[', ']'),
  deep(100_000, '[', ']'),
  deep(20_000, '{"a":', '}'),
];

const json = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...JSON_VALUES) },
  { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((value) => JSON.stringify(value)) },
);
const key = fc.oneof(
  fc.constantFrom('tenantId', 'role', 'id', 'createdAt', 'toString', 'constructor', '__proto__', 'then', '', 'a/b~c', 'x'.repeat(500), '\u0000'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

type Field = [name: string, text: string];
const text = (fields: Field[]) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;

/** A body of one's own, broken in one way or another; raw, since some of them are no JSON at all. */
export function nastyBody(valid: Record<string, unknown>): fc.Arbitrary<string | Buffer> {
  const fields = Object.entries(valid).map(([name, value]): Field => [name, JSON.stringify(value)]);
  const name = fields.length > 0 ? fc.constantFrom(...fields.map(([known]) => known)) : key;
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(name, json).map(([at, value]) => text([...fields.filter(([known]) => known !== at), [at, value]])) },
    { weight: 2, arbitrary: fc.tuple(key, json).map((extra) => text([...fields, extra])) },
    { weight: 2, arbitrary: fc.tuple(name, json).map((again) => text([...fields, again])) },
    { weight: 2, arbitrary: json },
    { weight: 1, arbitrary: fc.nat(200).map((end) => text(fields).slice(0, end)) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '{"a":1,}', "{'a':1}", '\uFEFF{}', '{"a":1}{"b":2}', 'undefined', '\u0000', '{"a":\n\t1') },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constant(Buffer.concat([Buffer.from('{"subject":"'), Buffer.from([0xff, 0xc0, 0xaf]), Buffer.from('"}')])) },
  );
}

const cursor = fc.tuple(fc.constantFrom('-createdAt', 'createdAt', 'name', 'joinedAt', '-number', 'priority', 'timeline'), json, fc.constantFrom('01a1f9fb-fd3f-777e-b8de-0f4cadd32e02', 'x'))
  .map(([sort, value, id]) => Buffer.from(`["${sort}",${value.slice(0, 300)},"${id}"]`).toString('base64url'));
const queryText = fc.oneof(
  fc.constantFrom('%00', '%', '%zz', '%c0%af', '%ff%fe', '', '+', '1e9', '-1', '0', '101', '99999999999999999999', 'null', '2026-13-45', '0001-01-01', '9999-12-31T23:59:59.9999999Z', '2026-02-30T25:61:61Z', 'new,,open', ',', '%5Bobject%20Object%5D', '%F0%9F%91%8B', 'x'.repeat(700)),
  cursor,
  fc.string({ unit: 'binary', maxLength: 20 }).map(encodeURIComponentSafely),
);

/** A query on `names`, once or twice, in brackets, or with names that nobody declared. */
export function nastyQuery(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names, 'limit') }, { weight: 1, arbitrary: fc.constantFrom('a[b]', '__proto__', 'constructor', '%00', 'toString', 'access_token', '&', '=') });
  const bracket = fc.constantFrom('', '', '', '', '[]', '[x]', '[__proto__]');
  const pair = fc.tuple(name, bracket, queryText).map(([at, suffix, value]) => `${at}${suffix}=${value}`);
  return fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`);
}

export const nastyId = fc.constantFrom('x', '%00', '%zz', '..', '%2e%2e%2f', '0', 'null', '-', '01A1F9FB-FD3F-777E-B8DE-0F4CADD32E02', "'", '%F0%9F%91%8B', 'x'.repeat(190), 'x'.repeat(400), '00000000-0000-0000-0000-000000000000', '%c0%af', 'a%2Fb', ';', 'me');

export const nastyHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  fc.constantFrom('"x"', '3', 'W/"3"', '"99999999999999999999"', '"-1"', '', '*, "1"', '"1", "2"', '"\u00ff"').map((value) => ({ 'if-match': value })),
  fc.constantFrom('00-0-0-0', 'x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`, 'ff-'.repeat(500)).map((value) => ({ traceparent: value })),
  fc.constantFrom('Bearer', 'Bearer ', 'Basic eDp5', 'bearer\u00e9', `Bearer ${'x'.repeat(3_000)}`, 'Bearer kst_', '\t').map((value) => ({ authorization: value })),
  fc.constantFrom('x', '', '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02', '\u00ff'.repeat(40)).map((value) => ({ 'x-kontor-tenant': value })),
  fc.constantFrom('x', '999.1.1.1', '::1').map((value) => ({ 'x-kontor-address': value, 'x-kontor-time': '1e9', 'x-kontor-request-id': value, 'x-kontor-signature': 'zz' })),
  fc.constantFrom('gzip', 'br, gzip', 'x').map((value) => ({ 'content-encoding': value })),
  fc.constantFrom('text/html;q=x', '\u00ff', '*/*;q=9').map((value) => ({ accept: value, 'accept-encoding': value, 'accept-language': value })),
  fc.constantFrom('for=_gazonk', ',,,', '\u00ff').map((value) => ({ forwarded: value, 'x-forwarded-for': value, 'x-forwarded-host': value })),
  fc.constant({ 'user-agent': '\u00ff'.repeat(2_000), cookie: '='.repeat(500), origin: 'null', upgrade: 'websocket', connection: 'keep-alive' }),
);

export const nastyType = fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json; charset=utf-7', 'application/jsonx', 'json', '', ';', 'application/json;'.repeat(40), 'image/png', '\u00ff');

function encodeURIComponentSafely(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
