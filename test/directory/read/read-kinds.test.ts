// Which kind of place, of people and of provider the words of a feed mean: one table a rule, each line a text and what is read from it.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readAccess, readLacks } from '../../../src/directory/read/read-access.js';
import { readVenue } from '../../../src/directory/read/read-venue.js';
import { accept, aLocation, aRow, table, uuid } from '../../support/feed-rows.js';

const service = (fields: Readonly<Record<string, unknown>>) => accept(aRow(fields)).service;

table('Venues', name => readVenue({ name }, ''), [
  ['Mill Row Surgery', 'gp'],
  ['St Ann Health Centre', 'gp'],
  ['Homerton Hospital', 'hospital'],
  ['Dalston Library', 'library'],
  ['Clissold Leisure Centre', 'leisure-centre'],
  ['Mill Row Community Centre', 'community-centre'],
  ["Ann Tayler Children's Centre", 'children-centre'],
  ['Woodberry Family Hub', 'children-centre'],
  ['Stoke Newington Fire Station', 'fire-station'],
  ['Mill Row Primary School', 'school'],
  ['St John at Hackney Church', 'faith-building'],
  ['East London Mosque', 'faith-building'],
  ['Hackney Museum', 'museum'],
  ['Victoria Park', 'park'],
  ['Jobcentre Plus', 'job-centre'],
  ['12 Church Street', 'other'],
  ['Library Street Church', 'faith-building'],
  ['The Annexe', 'other'],
  ['Faith building', 'faith-building'],
  ['A place of worship', 'faith-building'],
  ['Chandan Road Gurdwara', 'faith-building'],
  ['Shree Swaminarayan Mandir', 'faith-building'],
  ['Stamford Hill Synagogue', 'faith-building'],
  ['Quaker Meeting House', 'faith-building'],
  ['Kingdom Hall', 'faith-building'],
  ['London Buddhist Centre', 'faith-building'],
  ['Al-Noor Muslim Centre', 'faith-building'],
  ['Parish Council Office', 'other'],
  ['Mill Row Dental Surgery', 'other'],
  ['Riverside Business Park', 'other'],
]);

describe('The first line of an address', () => {
  it('tells of a venue, but a numbered house in a street called for a park is in none', () => {
    expect(readVenue({}, 'Mill Row Community Centre')).to.equal('community-centre');
    expect(readVenue({}, '25 Clapham Common')).to.equal('other');
    expect(readVenue({}, 'Victoria Park')).to.equal('park');
  });
});

table('What is not to be had', readLacks, [
  ['No step-free access', ['step-free']],
  ['The building is not wheelchair accessible', ['step-free']],
  ['Not fully wheelchair accessible', ['step-free']],
  ['Access is via stairs only', ['step-free']],
  ['There are 12 steps to the door', ['step-free']],
  ['Three steps at the entrance; a ramp is brought', []],
  ['On the second floor, no lift', ['step-free']],
  ['Stairs at the entrance and no lift.', ['step-free']],
  ['No steps to the entrance', []],
  ['No parking', ['parking']],
  ['Limited parking', []],
  ['No charge for parking', []],
  ['No parking except for blue badge holders', []],
  ['Step-free. No accessible toilet', ['accessible-toilet']],
  ['The hearing loop is not working', ['hearing-loop']],
  ['No dogs except assistance dogs', []],
  ['No BSL', ['sign-language']],
  ['A quiet room', []],
  ['', []],
]);

describe('What a place lacks', () => {
  const place = (...said: readonly string[]) =>
    service({
      service_at_locations: [
        { id: uuid(9), location: aLocation({ accessibility: said.map((description, at) => ({ id: uuid(70 + at), description })) }) },
      ],
      languages: [{ id: uuid(80), name: 'British Sign Language' }],
    }).places[0];

  it('stands beside what it offers, and nothing is both', () => {
    expect(place('No step-free access. No BSL.', 'Hearing loop')).to.deep.include({
      access: ['hearing-loop', 'sign-language'],
      lacks: ['step-free'],
    });
    expect(place('No parking', 'Parking for blue badges')).to.not.have.property('lacks');
  });
});

table('Access', readAccess, [
  ['Step-free. Accessible toilet, hearing loop; guide dogs welcome', ['step-free', 'accessible-toilet', 'hearing-loop', 'assistance-dogs']],
  ['No wheelchair access', []],
  ['There is a ramp but the building is not wheelchair accessible', []],
  ['No lift, ramp at the side', ['step-free']],
  ['No parking', []],
  ['Blue badge parking; BSL signers; quiet room', ['parking', 'sign-language', 'quiet']],
  ['Parking: none', []],
  ['The hearing loop is not working', []],
  ['Step-free entrance. No accessible toilet', ['step-free']],
  ['No dogs except assistance dogs', ['assistance-dogs']],
  ['No charge for parking', ['parking']],
  ['', []],
]);

table('Audiences, from who can come', eligibility_description => service({ eligibility_description }).audiences, [
  ['Women only', ['women']],
  ['Not for men', ['women']],
  ['Men and women', []],
  ['Men aged 18 and over', ['men']],
  ['Open to everyone, including refugees and veterans', []],
  ['Anyone who is homeless', ['homeless-people']],
  ['People with dementia and their carers', []],
  ['Unpaid carers', ['carers']],
  ['LGBTQ+ young people', ['lgbt', 'young-people']],
  ['Disabled people; deaf people', ['disabled-people', 'deaf-people']],
  ['Prison leavers, veterans', ['veterans', 'ex-offenders']],
  ['Parents, not for children under 5', ['parents']],
  ['Older people', ['older-people']],
  ['Not just for women', []],
  ['People at risk of homelessness', []],
  ['People who are homeless or at risk of becoming homeless', []],
  ['People experiencing homelessness', ['homeless-people']],
  ['Activities for small children', ['parents']],
  ['Parents with young children', ['parents']],
  ['Families with school-age children', ['parents']],
  ['Women and their children', ['women']],
  ['Children aged 5 to 11', ['young-people']],
  ['', []],
]);

table('Audiences, from the description', description => service({ description }).audiences, [
  ['A women-only walk', ['women']],
  ['A walk for women only', ['women']],
  ['We help women and men of all sorts', []],
  ['This group is not for men', ['women']],
]);

table('Audiences, from the name', name => service({ name }).audiences, [
  ['Homelessness prevention', []],
  ['Homelessness Prevention Team', []],
  ['Homeless prevention service', []],
  ['Homeless Drop-in', ['homeless-people']],
  ['Stay and play for babies and toddlers', ['parents']],
]);

table('Kinds of providers by name', name => service({ organization: { id: uuid(2), name } }).provider.kind, [
  ['London Borough of Hackney', 'council'],
  ['Hackney Council', 'council'],
  ['Hackney Council for Voluntary Service', 'small-charity'],
  ['Homerton Healthcare NHS Foundation Trust', 'nhs'],
  ['The Lawson Practice', 'other'],
  ['Mill Row Medical Practice', 'nhs'],
  ['Crisis', 'national-charity'],
  ['Crisis UK', 'national-charity'],
  ['Age UK East London', 'small-charity'],
  ['Salvation Army', 'national-charity'],
  ['Mill Row CIC', 'small-charity'],
  ['Mill Row Ltd', 'business'],
  ['Mill Row', 'other'],
  ['Quillbrook University Law Clinic', 'other'],
  ['Mill Row Legal Advice Clinic', 'other'],
  ['Mill Row Physiotherapy Clinic', 'business'],
  ['Mill Row Dental Clinic', 'business'],
  ['East Marsh NHS Foundation Trust', 'nhs'],
  ['Marshgate GP Care Group CIC', 'nhs'],
  ['Friends of Marshgate Hospital', 'small-charity'],
  ['Marshgate Hospitals Charity', 'small-charity'],
  ['Marshgate Community Interest Company', 'small-charity'],
  ['Mill Row C.I.C.', 'small-charity'],
  ['Watermillers Housing Association', 'other'],
  ['Mill Row Housing Co-operative', 'small-charity'],
  ['Larkspur Primary School', 'other'],
  ['Larkspur Academy Trust', 'other'],
  ['Friends of Larkspur School', 'small-charity'],
  ['Hopwater Parish Council', 'council'],
  ['St Ann’s Parochial Church Council', 'small-charity'],
  ['Eastwater Fire Brigade', 'other'],
  ['Mill Row (Charity No 1234567)', 'small-charity'],
  ['Tidewheel Credit Union', 'small-charity'],
  ['Halyard Pharmacy', 'business'],
  ['Eastwater Building Society', 'business'],
]);

describe('Kinds of providers', () => {
  const kind = (organization: Readonly<Record<string, unknown>>) =>
    service({ organization: { id: uuid(2), name: 'Mill Row', ...organization } }).provider.kind;
  const numbered = (identifier_scheme: string) => ({ organization_identifiers: [{ id: uuid(50), identifier_scheme, identifier: '1' }] });
  const typed = (name: string) => ({ attributes: [{ id: uuid(51), taxonomy_term: { id: uuid(52), name } }] });

  it('are told by terms first', () => {
    expect(kind({ ...typed('Voluntary organisation'), website: 'https://x.nhs.uk' })).to.equal('small-charity');
    expect(kind({ ...typed('Charity'), name: 'Crisis' })).to.equal('national-charity');
    expect(kind(typed('Local authority'))).to.equal('council');
  });

  it('are told by the address of the website or mail', () => {
    expect(kind({ website: 'https://www.elft.nhs.uk' })).to.equal('nhs');
    expect(kind({ email: 'x@hackney.gov.uk' })).to.equal('council');
    expect(kind({ website: 'https://www.find.service.gov.uk' })).to.equal('other');
  });

  it('are told by their numbers', () => {
    for (const scheme of ['GB-CHC', 'GB-SC', 'GB-NIC']) expect(kind(numbered(scheme)), scheme).to.equal('small-charity');
    expect(kind(numbered('GB-COH'))).to.equal('business');
    expect(kind({ ...numbered('GB-COH'), website: 'https://millrow.org.uk' })).to.equal('small-charity');
    expect(kind({ description: 'A registered charity.' })).to.equal('small-charity');
    expect(kind({ description: 'Reg. charity 1234567' })).to.equal('small-charity');
    expect(kind({ ...numbered('GB-CHC'), name: 'Mill Row School of Music' })).to.equal('small-charity');
    expect(kind({ ...numbered('GB-CHC'), name: 'Mill Row Housing Association' })).to.equal('other');
  });
});
