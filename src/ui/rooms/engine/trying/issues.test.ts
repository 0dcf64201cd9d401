import { expect, it } from 'vitest';
import { issuesIn } from './issues.ts';

it('says where a payload is wrong and how, each once', () => {
  const issues = [
    { path: 'productId', code: 'invalid_format' },
    { path: 'quantity', code: 'too_small' },
    { path: 'quantity', code: 'too_small' },
    { path: 'note', code: 'new_in_a_later_version' },
    { path: '', code: 'unrecognized_keys' },
  ];
  expect(issuesIn({ issues })).toEqual([
    'productId: not written as it should be',
    'quantity: too small',
    'note: not right',
    'holds something that is not known here',
  ]);
});

it('has nothing to say of a refusal for another reason', () => {
  expect(issuesIn({ name: 'Honey' })).toEqual([]);
  expect(issuesIn()).toEqual([]);
});
