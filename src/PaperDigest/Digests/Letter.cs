namespace PaperDigest.Digests;

/// <summary>A short mail about a subscription: a heading, a few paragraphs, one link, and notes below it.</summary>
public sealed record Letter(string Heading, IReadOnlyList<string> Paragraphs, LetterLink Link, IReadOnlyList<string> Notes)
{
    /// <summary>The plain-text part; says what the HTML part says.</summary>
    public string Text => string.Join("\n\n", [Heading, .. Paragraphs, $"{Link.Text}:\n{Link.Url}", .. Notes]) + "\n";
}

/// <summary>A link with the words that stand on it.</summary>
public sealed record LetterLink(string Text, string Url);
