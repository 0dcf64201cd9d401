import { fc } from '../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './json.ts';

const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean());
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
  ),
}));

/** The same value with the members of its objects the other way round. */
const turned = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(turned);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
};

describe('the canonical text of a value', () => {
  it('is JSON of that very value', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });

  it('is the same whatever the order of members', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(canonicalJson(turned(json))).toBe(canonicalJson(json));
      }),
    );
  });

  it('sorts members by code unit, leaves out undefined ones, and knows one zero', () => {
    expect(canonicalJson({ b: -0, a: undefined, '10': 1, '9': [true], B: 'x', é: {} })).toBe(
      '{"10":1,"9":[true],"B":"x","b":0,"é":{}}',
    );
  });

  it.each([
    ['a float', 0.5],
    ['null', { a: null }],
    ['more than is exact', 2 ** 53],
    ['half of a surrogate pair', ['\ud800']],
    ['such a half in a name', { '\ud800': 1 }],
    ['a function', () => 1],
  ])('is refused to %s', (_, json) => {
    expect(() => canonicalJson(json)).toThrow(expect.objectContaining({ name: 'NotCanonicalError' }));
  });
});
