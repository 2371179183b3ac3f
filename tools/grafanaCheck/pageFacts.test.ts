import { judgePage, type Expectation, type PageFacts } from './pageFacts';

const WELL: PageFacts = {
  heading: 'Code validation',
  panels: [
    { title: 'Success', empty: false, blank: false },
    { title: 'Firing alerts', empty: true, blank: false },
  ],
  errors: [],
  console: [],
  failed: [],
  unfinished: false,
};
const EXPECTED: Expectation = { mayBeEmpty: new Set(['Firing alerts']), allowEmpty: false, needsPanels: false };
const judge = (facts: Partial<PageFacts>, expected: Partial<Expectation> = {}) =>
  judgePage({ ...WELL, ...facts }, { ...EXPECTED, ...expected });

describe('judgePage', () => {
  it('tells what is on a page that is well', () => {
    expect(judge({})).toBe('“Code validation”, 2 panels, empty: Firing alerts');
    expect(judge({ panels: [] })).toBe('“Code validation”');
    expect(judge({ panels: [{ title: 'Success', empty: false, blank: false }] })).toBe('“Code validation”, 1 panel');
  });

  it.each<[Partial<PageFacts>, string]>([
    [{ heading: '' }, 'it has no heading'],
    [{ heading: 'Page not found' }, 'it is no page: “Page not found”'],
    [{ panels: [{ title: 'Success', empty: false, blank: true }] }, 'panel “Success” stays blank'],
    [{ errors: ['Not found'] }, 'it shows the error “Not found”'],
    [{ panels: [{ title: 'Success', empty: true, blank: false }] }, 'panel “Success” has no data'],
    [{ panels: [{ title: 'Success', error: 'syntax', empty: true, blank: false }] }, 'panel “Success” fails: syntax'],
    [{ failed: ['GET /api/x 502'] }, 'a request failed: GET /api/x 502'],
    [{ console: ['undefined is no function'] }, 'the console says: undefined is no function'],
    [{ unfinished: true }, 'it still loads something'],
  ])('refuses %j', (facts, says) => {
    expect(() => judge(facts)).toThrow(new Error(says));
  });

  it('lets panels be empty where that is allowed, and still tells of them', () => {
    expect(judge({ panels: [{ title: 'Success', empty: true, blank: false }] }, { allowEmpty: true })).toContain(
      'empty: Success'
    );
  });

  it('wants a panel on a dashboard', () => {
    expect(() => judge({ panels: [] }, { needsPanels: true })).toThrow('it has no panel');
  });

  it('tells of everything at once', () => {
    expect(() => judge({ heading: '', unfinished: true })).toThrow('it has no heading\nit still loads something');
  });
});
