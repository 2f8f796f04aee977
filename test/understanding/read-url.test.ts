import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readLink, readUrl } from '../../src/understanding/read-url.js';

const addresses: readonly (readonly [text: string, url: string])[] = [
  ['www.nhs.uk', 'https://www.nhs.uk'],
  ['nhs.uk/conditions?q=a#b', 'https://nhs.uk/conditions?q=a#b'],
  ['https://nhs.uk/a?b=c', 'https://nhs.uk/a?b=c'],
  ['HTTP://Example.org:8080/A', 'http://Example.org:8080/A'],
  ['example.org:8080', 'https://example.org:8080'],
  ['my site is example.org.', 'https://example.org'],
  ['(example.org)', 'https://example.org'],
  ['see (https://example.org/A_(b))', 'https://example.org/A_(b)'],
  ['<https://example.org>', 'https://example.org'],
  ['żółw.pl', 'https://żółw.pl'],
  ['موقع.السعودية', 'https://موقع.السعودية'],
  ['www.ex\u200Bample.org', 'https://www.example.org'],
];

const inFull: readonly string[] = [
  'urn:oid:1.2.840.1',
  'urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7',
  'mailto:a@example.org',
  'tel:+441632960000',
  'ftp://example.org/a',
];

const refused: readonly string[] = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\u200bscript:alert(1)',
  'data:text/html,<b>',
  'vbscript:x',
  'file:///etc/passwd',
  'https://nhs.uk@evil.example',
  'https://a:b@evil.example',
  'http:\\\\evil.example',
  'https://x',
  'https://',
  'ann@example.org',
  'foo',
  'e.g',
  '3.5',
  'photo.jpg',
  'letter.PDF',
  'example.org and example.com',
  `${'a '.repeat(13)}example.org`,
  '',
];

describe('readUrl', () => {
  for (const [text, url] of addresses) {
    it(`reads ${JSON.stringify(text)} as ${url}`, () => {
      expect(readUrl(text)).to.deep.equal({ ok: true, value: url });
      expect(readLink(text)).to.deep.equal({ ok: true, value: url });
    });
  }

  it('takes other addresses typed in full, but not as a link', () => {
    for (const text of inFull) {
      expect(readUrl(text), text).to.deep.equal({ ok: true, value: text });
      expect(readLink(text), text).to.deep.equal({ ok: false, why: 'not-a-link' });
    }
  });

  for (const text of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      expect(readUrl(text)).to.deep.equal({ ok: false, why: 'not-a-url' });
      expect(readLink(text)).to.deep.equal({ ok: false, why: 'not-a-link' });
    });
  }
});
