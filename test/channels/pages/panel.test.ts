// The pages in a panel on another site, as a browser asks for them there: which cookie counts, which links stay, what forgets.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { PageRequest } from '../../../src/channels/pages/page.js';
import { aCode, FakeConversing, pagesParts, Visitor } from '../../support/pages-world.js';

const embedOrigins = ['https://practice.example', 'https://other.example'];
const framed: Partial<PageRequest> = { secure: true, dest: 'iframe' };
const cookie = '__Host-waymark-panel';

function visitor(changes: { readonly embedOrigins?: readonly string[] } = { embedOrigins }): Visitor {
  return new Visitor(pagesParts(new FakeConversing(), changes));
}

describe('a panel on another site', () => {
  it('begins by trying whether a cookie is kept, apart for each site', async () => {
    const door = await visitor().get('/embed?lang=pl', framed);
    expect([door.status, door.location]).to.deep.equal([303, '/?lang=pl&panel=1']);
    expect(door.cookies).to.deep.equal([`${cookie}=-; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`]);
    expect((await visitor().get('/embed?lang=xx&open=web-chat', framed)).location).to.equal('/web-chat?panel=1');
    const plain = await visitor().get('/embed', { dest: 'iframe' });
    expect(plain.cookies).to.deep.equal(['waymark-panel=-; Path=/; HttpOnly; SameSite=Lax']);
  });

  it('sends a frame that missed the door to it, and no window', async () => {
    expect((await visitor().get('/?lang=pl', framed)).location).to.equal('/embed?lang=pl');
    expect((await visitor().get('/?lang=pl', { ...framed, dest: 'document' })).status).to.equal(200);
    expect((await visitor({}).get('/?lang=pl', framed)).status).to.equal(200);
  });

  it('keeps the conversation in a cookie of its own, and forgets it with the ordinary one', async () => {
    const browser = visitor();
    await browser.get('/embed', framed);
    const begun = await browser.post('/chat', { begin: '1', a: 'f1', do: 'start', lang: 'en-GB' }, framed);
    const [ordinary = '', own = ''] = begun.cookies ?? [];
    const code = /^__Host-waymark=([0-9A-Z]{13});/u.exec(ordinary)?.[1] ?? 'none';
    expect(own).to.equal(`${cookie}=${code}; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`);
    // what the browser sends there
    browser.cookies = { [cookie]: code };
    const chat = await browser.get('/chat', framed);
    expect(chat.status).to.equal(200);
    expect(chat.body).to.contain('data-panel="https://practice.example https://other.example"');
    const left = await browser.get('/exit', { secure: true, dest: 'empty' });
    expect(left.cookies).to.include(`${cookie}=-; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`);
  });

  it('keeps the size of letters in a cookie of its own too', async () => {
    const browser = visitor();
    const chosen = await browser.get('/urgent?letters=large', { ...framed, cookies: { [cookie]: '-' } });
    expect(chosen.cookies).to.include(`${cookie}-size=large; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`);
    const later = await browser.get('/privacy', { ...framed, cookies: { [cookie]: '-', [`${cookie}-size`]: 'large' } });
    expect(later.body).to.contain('data-size="large"');
    const left = await browser.get('/exit', { secure: true, dest: 'empty', cookies: { [cookie]: '-' } });
    expect(left.cookies).to.include(`${cookie}-size=-; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`);
  });

  it('prefers the ordinary session where both are sent, and takes nothing for a session that is none', async () => {
    const conversing = new FakeConversing();
    const browser = new Visitor(pagesParts(conversing, { embedOrigins }));
    const other = '0000000000000';
    await browser.get('/chat', { ...framed, cookies: { '__Host-waymark': aCode, [cookie]: other } });
    expect(conversing.shown.map(({ id }) => id)).to.deep.equal([`web:${aCode}`]);
    for (const value of ['-', 'x', '../etc']) {
      expect((await browser.get('/chat', { ...framed, cookies: { [cookie]: value } })).status).to.equal(303);
    }
  });

  it('pays no heed to the panel’s cookie where no site is named', async () => {
    const response = await visitor({}).get('/chat', { ...framed, cookies: { [cookie]: aCode } });
    expect(response.status).to.equal(303);
  });

  it('keeps the conversation’s pages in the panel and opens every other in a window of its own', async () => {
    const { body } = await visitor().get('/', { ...framed, query: { panel: '1' }, cookies: { [cookie]: '-' } });
    const links = [...body.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>/gu)].map(
      ([tag, address = '']) => [address.replace(/\?.*$/u, ''), tag] as const,
    );
    const leading = (target: string): readonly string[] => [
      ...new Set(links.filter(([, tag]) => tag.includes(target)).map(([path]) => path)),
    ];
    expect(leading('target="_blank" rel="noopener"')).to.have.members(['/status', '/chat/resume', '/code']);
    expect(leading('target="_top"')).to.deep.equal(['/exit']);
    const staying = [...new Set(links.filter(([, tag]) => !tag.includes('target=')).map(([path]) => path))];
    expect(staying).to.include.members(['#main', '/', '/urgent', '/privacy', '/accessibility', 'tel:02079460000']);
    expect(staying.filter(path => !/^(#|tel:|sms:|\/$|\/urgent$|\/privacy$|\/accessibility$)/u.test(path))).to.deep.equal([]);
    expect(body).not.to.contain('<base');
  });

  it('says so, and leads to a window of its own, where the browser keeps no cookie', async () => {
    const { body } = await visitor().get('/?lang=pl&panel=1', framed);
    expect(body).to.contain('<head><base target="_blank">').and.contain('Rozmowa otworzy się w nowym oknie.');
    expect(body).to.match(/href="\/\?lang=ar&amp;panel=1" target="_self"/u);
    expect((await visitor().get('/?lang=pl&panel=1', { ...framed, dest: 'document' })).body).not.to.contain('<base');
  });
});
