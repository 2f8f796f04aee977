import { expect } from 'chai';
import { describe, it } from 'mocha';
import { showNhsNumber } from '../../src/text/show-nhs-number.js';
import { showPhone } from '../../src/text/show-phone.js';

describe('showing stored numbers', () => {
  it('shows a British number as dialled here', () => {
    expect(showPhone('+447911123456')).to.equal('07911 123456');
  });

  it('shows a number from abroad with its country code', () => {
    expect(showPhone('+48512345678')).to.equal('+48 512 345 678');
  });

  it('shows an NHS number in groups of three, three and four', () => {
    expect(showNhsNumber('9434765919')).to.equal('943 476 5919');
  });

  it('shows anything else as it is', () => {
    expect(showPhone('none')).to.equal('none');
    expect(showNhsNumber('12')).to.equal('12');
  });
});
