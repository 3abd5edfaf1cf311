import { expect, it } from '@jest/globals';
import { addressIn, contactText } from './contact-text.ts';

it('reads an address alone, behind a name, and none', () => {
  expect(addressIn(' rosa@school.test ')).toEqual({ email: 'rosa@school.test', name: undefined });
  expect(addressIn('"Lind, Rosa" <rosa@school.test>')).toEqual({ email: 'rosa@school.test', name: 'Lind, Rosa' });
  expect(addressIn('<rosa@school.test>')).toEqual({ email: 'rosa@school.test', name: undefined });
  for (const text of ['Rosa Lind', 'rosa@', '@school', 'Rosa · +49 40', 'rosa lind@school.test x', '']) expect(addressIn(text)).toBeUndefined();
});

it('is read back as it was offered', () => {
  const rosa = { name: 'Rosa Lind', email: 'rosa@school.test', phone: null };
  expect(addressIn(contactText(rosa))).toEqual({ email: rosa.email, name: rosa.name });
  expect(contactText({ name: 'Rosa', email: null, phone: '12' })).toBe('Rosa · 12');
});

it('is not kept busy by thousands of @', () => {
  const begun = process.cpuUsage();
  expect(addressIn(`rosa${'@'.repeat(60_000)}<`)).toBeUndefined();
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
});
