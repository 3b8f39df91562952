/** Answers kept by one function unless told otherwise; texts longer than this hardly come again. */
const MOST = 2_000;
const LONGEST = 40;

/** The same pure function of a text, which keeps its answers, at most so many: the words of a register's columns come again in every row. */
export function remembered<Answer>(answerOf: (text: string) => Answer, most = MOST): (text: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known.answer;
    const answer = answerOf(text);
    if (answers.size < most && text.length <= LONGEST) answers.set(text, { answer });
    return answer;
  };
}
