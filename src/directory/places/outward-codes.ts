// London's outward codes with where their middle is, for a first start without the ONS Postcode Directory: directory/outward-codes.json.
// The middle is good to about a kilometre, which is enough to put a library in the next street before one across the river.
import { z } from 'zod';
import { isOutwardCode } from './postcode-areas.js';
import type { FoundPlace, Places } from './places.js';
import { readPostcode } from './read-postcode.js';

const districtCode = z.string().regex(/^[ENSW]\d{8}$/u, 'must be an ONS code of a local authority');

const outwardCodesFile = z
  .strictObject({
    /** Names of local authorities by ONS code. */
    districts: z.record(districtCode, z.string().min(1)),
    /** By outward code: latitude and longitude of its middle, and the local authority if nearly all of it lies in one. */
    codes: z.record(
      z.string().refine(isOutwardCode, 'must be an outward code'),
      z.strictObject({ at: z.tuple([z.number().min(49).max(61.5), z.number().min(-9).max(2.5)]), district: districtCode.optional() }),
    ),
  })
  .superRefine(({ districts, codes }, context) => {
    for (const [code, { district }] of Object.entries(codes)) {
      if (district === undefined || district in districts) continue;
      context.addIssue({ code: 'custom', message: 'must be one of districts', path: ['codes', code, 'district'] });
    }
  });

/** The shipped table, or one a deployer made of it. */
export interface OutwardCodes extends Places {
  /** The codes it has. */
  readonly codes: readonly string[];
  /** A local authority's name by its ONS code. */
  districtName(code: string): string | undefined;
}

/** @throws ZodError naming every entry of directory/outward-codes.json that is wrong. */
export function readOutwardCodes(json: unknown): OutwardCodes {
  const { districts, codes } = outwardCodesFile.parse(json);
  const names = new Map(Object.entries(districts));
  const places = new Map(
    Object.entries(codes).map(([outward, { at, district }]): [string, FoundPlace] => {
      const point = { latitude: at[0], longitude: at[1] };
      const name = names.get(district ?? '');
      return [
        outward,
        {
          point,
          precision: 'outward',
          outward,
          ...(district !== undefined && { district }),
          ...(name !== undefined && { districtName: name }),
        },
      ];
    }),
  );
  return {
    codes: [...places.keys()],
    districtName: code => names.get(code),
    find: postcode => places.get(readPostcode(postcode)?.outward ?? ''),
  };
}
