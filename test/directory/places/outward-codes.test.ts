// The shipped outward codes of London: all are there, each lies where it should, and mistakes in the file are told.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { distanceInMiles } from '../../../src/directory/places/distance.js';
import { readOutwardCodes } from '../../../src/directory/places/outward-codes.js';
import type { Point } from '../../../src/directory/service.js';

const codes = readOutwardCodes(JSON.parse(readFileSync('directory/outward-codes.json', 'utf8')));

function at(outward: string): Point {
  const place = codes.find(outward);
  if (place === undefined) throw new Error(`${outward} is missing`);
  return place.point;
}
const miles = (one: string, other: string): number => distanceInMiles(at(one), at(other));
const numbered = (area: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, place) => `${area}${String(from + place)}`);
const areaOf = (code: string): string => /^[A-Z]+/u.exec(code)?.[0] ?? '';

describe('the outward codes of London', () => {
  it('are all there', () => {
    const all = [
      ...[
        numbered('E', 1, 18),
        numbered('N', 1, 22),
        numbered('NW', 1, 11),
        numbered('SE', 1, 28),
        numbered('SW', 2, 20),
        numbered('W', 2, 14),
      ],
      ...[
        numbered('BR', 1, 8),
        numbered('CR', 2, 8),
        numbered('DA', 1, 18),
        numbered('EN', 1, 11),
        numbered('HA', 0, 9),
        numbered('IG', 1, 11),
      ],
      ...[numbered('KT', 1, 24), numbered('RM', 1, 20), numbered('SM', 1, 7), numbered('TW', 1, 20), numbered('UB', 1, 11)],
      ['E1W', 'E20', 'N1C', 'CR0', 'TN14', 'TN16', 'WD3', 'WD6', 'WD19', 'WD23'],
      [
        'EC1A',
        'EC1M',
        'EC1N',
        'EC1R',
        'EC1V',
        'EC1Y',
        'EC2A',
        'EC2M',
        'EC2N',
        'EC2R',
        'EC2V',
        'EC2Y',
        'EC3A',
        'EC3M',
        'EC3N',
        'EC3R',
        'EC3V',
      ],
      ['EC4A', 'EC4M', 'EC4N', 'EC4R', 'EC4V', 'EC4Y', 'SW1A', 'SW1E', 'SW1H', 'SW1P', 'SW1V', 'SW1W', 'SW1X', 'SW1Y', 'W1A', 'W1B', 'W1C'],
      [
        'W1D',
        'W1F',
        'W1G',
        'W1H',
        'W1J',
        'W1K',
        'W1S',
        'W1T',
        'W1U',
        'W1W',
        'WC1A',
        'WC1B',
        'WC1E',
        'WC1H',
        'WC1N',
        'WC1R',
        'WC1V',
        'WC1X',
      ],
      ['WC2A', 'WC2B', 'WC2E', 'WC2H', 'WC2N', 'WC2R'],
    ].flat();
    expect([...codes.codes].sort()).to.deep.equal([...all].sort());
  });

  it('lie within their areas', () => {
    // South, west, north and east edges
    const edges: Readonly<Record<string, readonly [number, number, number, number]>> = {
      E: [51.495, -0.095, 51.65, 0.07],
      EC: [51.505, -0.116, 51.532, -0.07],
      N: [51.525, -0.21, 51.65, -0.04],
      NW: [51.515, -0.29, 51.635, -0.12],
      SE: [51.39, -0.125, 51.515, 0.135],
      SW: [51.395, -0.285, 51.515, -0.095],
      W: [51.475, -0.35, 51.535, -0.125],
      WC: [51.505, -0.135, 51.532, -0.108],
      BR: [51.34, -0.05, 51.43, 0.2],
      CR: [51.26, -0.18, 51.42, -0.03],
      DA: [51.36, 0.08, 51.5, 0.41],
      EN: [51.63, -0.23, 51.78, 0.04],
      HA: [51.54, -0.45, 51.63, -0.26],
      IG: [51.52, 0.03, 51.67, 0.12],
      KT: [51.25, -0.54, 51.43, -0.23],
      RM: [51.45, 0.11, 51.65, 0.4],
      SM: [51.3, -0.23, 51.41, -0.13],
      TN: [51.27, 0.02, 51.35, 0.2],
      TW: [51.38, -0.59, 51.5, -0.27],
      UB: [51.48, -0.52, 51.61, -0.33],
      WD: [51.61, -0.53, 51.68, -0.24],
    };
    for (const code of codes.codes) {
      const [south, west, north, east] = edges[areaOf(code)] ?? [0, 0, 0, 0];
      const { latitude, longitude } = at(code);
      expect(latitude > south && latitude < north && longitude > west && longitude < east, code).to.equal(true);
    }
  });

  it('lie near those next to them', () => {
    const neighbours = [
      ...['E1 E2', 'E1 E1W', 'E2 E8', 'E3 E14', 'E3 E9', 'E5 E8', 'E6 E12', 'E7 E12', 'E7 E13', 'E10 E11', 'E10 E17', 'E15 E20', 'E13 E16'],
      ...[
        'E11 E18',
        'E4 E17',
        'N1 N5',
        'N4 N8',
        'N6 N10',
        'N9 N18',
        'N15 N17',
        'N13 N22',
        'N12 N20',
        'N14 N21',
        'N16 E5',
        'N19 N7',
        'N2 N3',
      ],
      ...['NW1 NW5', 'NW3 NW6', 'NW4 NW11', 'NW7 NW9', 'NW2 NW10', 'NW8 NW6', 'SE1 SE17', 'SE4 SE13', 'SE5 SE15', 'SE7 SE3', 'SE2 SE28'],
      ...[
        'SE8 SE14',
        'SE6 SE12',
        'SE19 SE27',
        'SE20 SE26',
        'SE21 SE24',
        'SE22 SE23',
        'SE25 CR7',
        'SE18 SE7',
        'SE9 SE12',
        'SE10 SE8',
        'SE11 SE17',
      ],
      ...[
        'SE16 SE8',
        'SW2 SW9',
        'SW4 SW8',
        'SW5 SW10',
        'SW3 SW7',
        'SW6 SW10',
        'SW11 SW12',
        'SW13 SW14',
        'SW15 SW18',
        'SW16 SW2',
        'SW17 SW19',
      ],
      ...[
        'SW19 SW20',
        'W3 W5',
        'W4 W6',
        'W7 W13',
        'W8 W14',
        'W9 W10',
        'W11 W10',
        'W12 W6',
        'W2 W9',
        'BR1 BR7',
        'BR3 BR4',
        'BR5 BR6',
        'CR0 CR2',
      ],
      ...[
        'CR4 SW17',
        'CR8 CR5',
        'DA5 DA6',
        'DA7 DA16',
        'DA14 DA15',
        'DA17 DA8',
        'DA17 DA18',
        'EN1 EN3',
        'EN4 EN5',
        'HA1 HA2',
        'HA0 HA9',
        'HA5 HA4',
      ],
      ...[
        'HA7 HA8',
        'IG1 IG3',
        'IG2 IG4',
        'IG5 IG6',
        'IG8 IG9',
        'IG11 RM8',
        'KT1 KT2',
        'KT3 KT4',
        'KT5 KT6',
        'RM1 RM7',
        'RM8 RM9',
        'RM11 RM12',
      ],
      ...[
        'SM1 SM5',
        'SM2 SM1',
        'SM4 SM3',
        'SM6 SM5',
        'TW1 TW2',
        'TW3 TW4',
        'TW7 TW3',
        'TW8 W5',
        'TW9 TW10',
        'TW11 TW12',
        'UB1 UB2',
        'UB3 UB7',
      ],
    ];
    for (const pair of neighbours) {
      const [one = '', other = ''] = pair.split(' ');
      expect(miles(one, other), pair).to.be.within(0.1, 3);
    }
  });

  it('each have another within five miles, and none lies upon another', () => {
    for (const code of codes.codes) {
      const nearest = Math.min(...codes.codes.filter(other => other !== code).map(other => miles(code, other)));
      expect(nearest, code).to.be.within(0.02, 5);
    }
  });

  it('lie with a borough near the others of that borough', () => {
    for (const code of codes.codes) {
      const { district } = codes.find(code) ?? {};
      const same = codes.codes.filter(other => other !== code && district !== undefined && codes.find(other)?.district === district);
      if (same.length > 0) expect(Math.min(...same.map(other => miles(code, other))), code).to.be.below(4.5);
    }
  });

  it('give the borough by code and name where it is clear, and none where it is not', () => {
    expect(codes.find('e1 6an')).to.deep.equal({
      point: { latitude: 51.516, longitude: -0.058 },
      precision: 'outward',
      outward: 'E1',
      district: 'E09000030',
      districtName: 'Tower Hamlets',
    });
    expect(codes.find('N4')).to.not.have.property('district');
    expect(codes.districtName('E09000012')).to.equal('Hackney');
  });

  it('know nothing of other places', () => {
    for (const text of ['M1 1AE', 'E21', 'hello']) expect(codes.find(text), text).to.equal(undefined);
  });
});

describe('a file of outward codes with mistakes', () => {
  const wrong: Readonly<Record<string, unknown>> = {
    'a code that is none': { districts: {}, codes: { EI: { at: [51.5, 0] } } },
    'a point outside the islands': { districts: {}, codes: { E1: { at: [0, 51.5] } } },
    'a district without a name': { districts: {}, codes: { E1: { at: [51.5, 0], district: 'E09000030' } } },
    'a field nobody knows': { districts: {}, codes: { E1: { at: [51.5, 0], name: 'x' } } },
    'nothing in it': {},
  };
  for (const [what, json] of Object.entries(wrong)) {
    it(`is refused: ${what}`, () => {
      expect(() => readOutwardCodes(json)).to.throw();
    });
  }
});
