import { expect, test } from '@jest/globals';
import { matterOf } from './matter.ts';

test.each([
  ['Ten times the prescribed dose. The label said 5 ml.', 'Ten times the prescribed dose'],
  ['Father discharged at 2 a.m. in a hospital gown', 'Father discharged at 2 a.m. in a hospital gown'],
  ['I complained to Dr. Smith twice. Nothing happened.', 'I complained to Dr. Smith twice'],
  ['Why was I charged twice? Nobody answers.', 'Why was I charged twice?'],
  ['Hello. My parcel never came, although I paid for it.', 'Hello. My parcel never came, although I paid for it'],
  ['شارژر هنگام شارژ جرقه زد. پرده آتش گرفت.', 'شارژر هنگام شارژ جرقه زد'],
  ['شارژر مدل USB-C 65W (ش. ۱۲۳۴) جرقه زد. پرده سوخت.', 'شارژر مدل USB-C 65W (ش. ۱۲۳۴) جرقه زد'],
  ['I asked Prof. Marsh (she was in. Really.) for help. None came.', 'I asked Prof. Marsh (she was in. Really.) for help'],
  ['Kurier przyjechał ok. 8 godz. Później nikt nie zadzwonił.', 'Kurier przyjechał ok. 8 godz. Później nikt nie zadzwonił'],
  ['  Zepsuta\n  pralka  ', 'Zepsuta pralka'],
  ['Amount was 0.5 ml instead of 5 ml', 'Amount was 0.5 ml instead of 5 ml'],
  ['', ''],
])('%s', (title, matter) => {
  expect(matterOf(title)).toBe(matter);
});

test('a very long sentence is cut at a word and says so', () => {
  const matter = matterOf(`${'complaint '.repeat(30)}end.`);
  expect(matter.length).toBeLessThanOrEqual(91);
  expect(matter.endsWith('complaint…')).toBe(true);
});

test('an endless word is cut as well', () => {
  expect(matterOf('a'.repeat(500)).length).toBeLessThanOrEqual(91);
});
