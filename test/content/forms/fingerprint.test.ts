import { expect } from 'chai';
import { describe, it } from 'mocha';
import { display, extension, type Json, soundItem } from '../a-questionnaire.js';

const print = (item: Json) => soundItem(item).fingerprint;
const option = (code: string, label: string) => ({ valueCoding: { code, display: label } });
const one = option('x', 'One');
const two = option('y', 'Two');
const choice = (...answerOption: readonly Json[]) => ({ type: 'choice', text: 'Which?', answerOption });

describe('the fingerprint of a question', () => {
  it('is eight hex digits, and the same every time', () => {
    expect(print({ type: 'string', text: 'Name?' })).to.match(/^[0-9a-f]{8}$/u);
    expect(print({ type: 'string', text: 'Name?' })).to.equal(print({ type: 'string', text: 'Name?' }));
  });

  it('stays where only punctuation, capitals, help, limits or the order of options change', () => {
    const plain = print({ type: 'string', text: 'Your name?' });
    expect(print({ type: 'string', text: '  your NAME…' })).to.equal(plain);
    expect(print({ type: 'string', text: 'Your name?', maxLength: 5, required: true, item: [display('h', 'Help', 'inline')] })).to.equal(
      plain,
    );
    expect(print(choice(one, two))).to.equal(print(choice(two, one)));
  });

  it('changes with the words, the type, an option or a unit', () => {
    const measured = (code: string) => ({
      type: 'decimal',
      text: 'Which?',
      extension: [extension('questionnaire-unit', { valueCoding: { code } })],
    });
    const prints = [
      print({ type: 'string', text: 'Which?' }),
      print({ type: 'text', text: 'Which?' }),
      print({ type: 'string', text: 'Whose?' }),
      print(choice(one)),
      print(choice(one, two)),
      print(choice(option('x', 'First'))),
      print(choice(option('z', 'One'))),
      print(measured('kg')),
      print(measured('g')),
    ];
    expect(new Set(prints).size).to.equal(prints.length);
  });
});
