// What a form says after its last question is told when everything is answered, before the answers are checked.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { chatOver } from '../support/a-form-chat.js';

const items = [
  { linkId: 'well', type: 'boolean', text: 'Are you well?' },
  { linkId: 'thanks', type: 'display', text: 'Thank you for answering.' },
];

describe('a statement after the last question', () => {
  it('is told with the answers to be checked', () => {
    const review = chatOver(items).says('yes').replies.at(-1);
    expect(review).to.have.property('kind', 'review');
    expect(review).to.have.deep.property('before', [{ file: 'form.json', id: 'thanks', field: 'text' }]);
  });

  it('is not told while something is still to be asked', () => {
    const review = chatOver([...items, { linkId: 'more', type: 'string', text: 'What else?' }])
      .says('yes')
      .commands('review')
      .replies.at(-1);
    expect(review).to.have.property('kind', 'review');
    expect(review).not.to.have.property('before');
  });
});
