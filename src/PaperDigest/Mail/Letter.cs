namespace PaperDigest.Mail;

/// <summary>A short mail of ours: a heading, a few paragraphs, one link where there is somewhere to go, and notes below it.</summary>
public sealed record Letter(string Heading, IReadOnlyList<string> Paragraphs, LetterLink? Link, IReadOnlyList<string> Notes)
{
    /// <summary>The plain-text part; says what the HTML part says.</summary>
    public string Text => string.Join("\n\n", [Heading, .. Paragraphs, .. Link is null ? (string[])[] : [$"{Link.Text}:\n{Link.Url}"], .. Notes]) + "\n";
}

/// <summary>A link with the words that stand on it.</summary>
public sealed record LetterLink(string Text, string Url);
