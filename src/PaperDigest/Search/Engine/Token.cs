namespace PaperDigest.Search;

/// <summary>A piece of a text that was cut into words: where it lies in the <see cref="Tokenizer"/>'s letters. Without length it ends a sentence.</summary>
/// <param name="Joined">The parts of a hyphenated word written as one, behind them: "fine", "tuning", "finetuning". It takes no place of its own.</param>
internal readonly record struct Token(int Start, int Length, bool Joined)
{
    public bool EndsSentence => Length == 0;
}
