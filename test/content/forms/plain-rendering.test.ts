import { expect } from 'chai';
import { describe, it } from 'mocha';
import { markdownToPlain, xhtmlToPlain } from '../../../src/content/forms/plain-rendering.js';

const xhtml: readonly (readonly [string, string])[] = [
  ['<div><p>How <b>are</b>\n you?</p><p>Today</p></div>', 'How are you?\n\nToday'],
  ['Line<br/>break and <br>another', 'Line\nbreak and\nanother'],
  ['<p>Any of:</p><ul><li>one</li><li><p>two</p></li></ul>after', 'Any of:\n\n• one\n• two\n\nafter'],
  ['<ol><li>first</li><li>second<ul><li>inner</li></ul></li></ol>', '1. first\n2. second\n• inner'],
  ['<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>', 'A B\n1 2'],
  ['<a href="https://example.org/a">Read more</a>', 'Read more (https://example.org/a)'],
  ['<a href="https://example.org">https://example.org</a>', 'https://example.org'],
  ['<a href="tel:111">Ring us</a>, <a href="mailto:a@example.org">write</a>', 'Ring us (111), write (a@example.org)'],
  ['<a href="javascript:alert(1)">click</a>', 'click'],
  ['a<script>alert(1)</script><style>b{}</style><!-- c --><img src="x" alt="d" onerror="e"/>f', 'af'],
  ['<svg><text>drawn</text></svg><iframe>framed</iframe>seen', 'seen'],
  ['Fish &amp; chips &lt;now&gt; &#8364;5&nbsp;each', 'Fish & chips <now> €5 each'],
  ['<pre>a\n  b</pre>', 'a\nb'],
  ['left\u202eright\u0000', 'leftright'],
  ['</p></ul></script>stray', 'stray'],
  ['<p>never closed <ul><li>x', 'never closed\n\n• x'],
  ['', ''],
];

const markdown: readonly (readonly [string, string])[] = [
  ['this is a **string** with *emphasis*', 'this is a string with emphasis'],
  ['# Title\n\nWords\n\n* one\n* two', 'Title\n\nWords\n\n• one\n• two'],
  ['[here](https://example.org)', 'here (https://example.org)'],
  ['<script>alert(1)</script>safe', 'safe'],
  ['![picture](https://example.org/a.png) kept', 'kept'],
  ['5 < 6 & 7', '5 < 6 & 7'],
];

describe('a rendering made plain', () => {
  for (const [from, to] of xhtml) {
    it(`reads ${JSON.stringify(from)}`, () => {
      expect(xhtmlToPlain(from)).to.equal(to);
    });
  }

  for (const [from, to] of markdown) {
    it(`reads the markdown ${JSON.stringify(from)}`, () => {
      expect(markdownToPlain(from)).to.equal(to);
    });
  }

  it('is as long as a person would read, at the most', () => {
    expect(xhtmlToPlain('word '.repeat(3000)).length)
      .to.be.at.most(5000)
      .and.above(4000);
    expect(markdownToPlain('word '.repeat(3000)).length)
      .to.be.at.most(5000)
      .and.above(4000);
  });

  it('shows markdown nested deeper than anybody writes as it stands', () => {
    const deep = `${'> '.repeat(50)}x`;
    expect(markdownToPlain(deep)).to.equal(deep);
  });
});
