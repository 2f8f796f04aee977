import { expect } from 'chai';
import { describe, it } from 'mocha';
import { html, raw } from '../../../src/channels/pages/html.js';

describe('html', () => {
  it('escapes everything a person could have typed, in text and in attributes', () => {
    const typed = `<script>alert('x')</script> & "more"`;
    expect(html`<p title="${typed}">${typed}</p>`.toString()).to.equal(
      '<p title="&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</p>',
    );
  });

  it('leaves markup made by itself alone and writes lists one after another', () => {
    expect(html`<ul>${['a', '<b>'].map(text => html`<li>${text}</li>`)}</ul>`.toString()).to.equal('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('writes nothing for false and undefined, and numbers as they are', () => {
    expect(html`<p>${false}${undefined}${0}</p>`.toString()).to.equal('<p>0</p>');
  });

  it('takes raw markup unescaped', () => {
    expect(html`<input${raw(' checked')}>`.toString()).to.equal('<input checked>');
  });

  it('keeps line breaks inside values, not the indentation of its own source', () => {
    const value = 'one\n   two';
    expect(
      html`<div>
        <pre>${value}</pre>
      </div>`.toString(),
    ).to.equal('<div>\n<pre>one\n   two</pre>\n</div>');
  });
});
