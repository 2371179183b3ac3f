import { type Citation } from './citations';
import { compareQuote, type Claim } from './compareQuote';
import { locate } from './locate';
import { type Specification } from './specification';

/** Quotes are the few words around a number, not the documents' sentences. */
const MOST_WORDS = 12;

/** What is wrong with a citation: words that do not stand where it says, or that say something else. Nothing when it holds. */
export function checkCitation(specification: Specification, citation: Citation): string[] {
  const { quote, owner, part, claims } = citation;
  const at = locate(specification, quote);
  const where = at.found ? `${at.document.file}:${at.first}` : `${quote.document} ${quote.section}`;
  const differences = claims.flatMap((claim) =>
    compareQuote(claim, quote.words).map(
      (difference) => `${owner} ${part} (${inCatalog(claim)}): ${difference}; quoted "${quote.words}", ${where}`
    )
  );
  const count = quote.words.trim().split(/\s+/).length;
  return [
    ...(at.found ? [] : [`${owner} ${part}: ${at.problem}`]),
    ...(count > MOST_WORDS
      ? [`${owner} ${part}: quotes ${count} words, keep the ${MOST_WORDS} around the number`]
      : []),
    ...differences,
  ];
}

function inCatalog(claim: Claim): string {
  switch (claim.kind) {
    case 'level':
      return `${claim.bound} ${claim.unit}`;
    case 'duration':
      return claim.duration;
    case 'minimum':
      return `${claim.samples} samples`;
    case 'floor':
      return `floor ${claim.amount}`;
  }
}
