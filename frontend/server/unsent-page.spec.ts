import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from '@jest/globals';
import { answerUnsent } from './unsent-page.ts';

/** The page as somebody gets it who sent a form to `url`. */
function pageOf(url: string, language?: string): string {
  const told: string[] = [];
  const response = { writeHead: () => response, end: (text: string) => told.push(text), getHeader: () => 'f00' };
  answerUnsent({ url, headers: { 'accept-language': language } } as IncomingMessage, response as unknown as ServerResponse, 503);
  return told.join('');
}

it.each(['//evil.example/x', '/\\evil.example/x', '/\\/evil.example/x', '///evil.example/x'])('leads back to no other host: %s', (url) => {
  expect(pageOf(url)).toContain('href="/evil.example/x"');
});

it('leads back to the form in the language of the reader, and takes no address for markup', () => {
  expect(pageOf('/tickets/new?x=1', 'id')).toMatch(/lang="id"[^]*href="\/tickets\/new"/);
  expect(pageOf('/"><script>')).not.toContain('<script>');
});
