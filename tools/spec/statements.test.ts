import { parseDocument } from './document';
import { statementsOf } from './statements';

const DOCUMENT = `# Title

\`\`\`sql
-- How many
SELECT 1;
\`\`\`

1. Item
   \`\`\`sql
   SELECT 2;
   \`\`\`

\`\`\`bash
A=$(psql $URL -t -c "
  SELECT 3;
")
echo "no SQL"
B=$(psql $URL -t -c "SELECT 4")
\`\`\`

\`\`\`typescript
const a = 5;
\`\`\`
`;

describe('the statements of a document', () => {
  it('are its blocks of SQL and what scripts hand to psql, with their lines', () => {
    const found = statementsOf(parseDocument('1', 'a.md', DOCUMENT));
    expect(found.map(({ line, end, sql }) => [line, end, sql.trim()])).toEqual([
      [4, 5, '-- How many\nSELECT 1;'],
      [10, 10, 'SELECT 2;'],
      [14, 16, 'SELECT 3;'],
      [18, 18, 'SELECT 4'],
    ]);
  });
});
