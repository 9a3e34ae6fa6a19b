namespace PaperDigest.Catalogue;

/// <summary>A formula that was understood, as pieces of the text it stands in.</summary>
internal sealed class Formula(MathNode.Row row, bool isDisplayed)
{
    private const int Longest = 1000;

    // A browser breaks no formula: one longer than a phone is wide is cut where TeX would break it.
    private const int Wide = 26;
    private const int LongWords = 16;

    // As wide as a gap of mathematics, and no place to break a line.
    private const string Gap = "\u202F";

    /// <summary>Null when it is not understood.</summary>
    public static Formula? Read(string source, bool isDisplayed) =>
        source.Length <= Longest && TexParser.Parse(source, isDisplayed) is { Parts.Count: > 0 } row ? new Formula(row, isDisplayed) : null;

    /// <summary>The formula as a line of characters.</summary>
    public string Reading => MathReading.Of(row);

    /// <summary>Numbers, signs and words are set as text, as they are around it; anything else as mathematics.</summary>
    public IEnumerable<ProsePiece> Pieces(ProseStyle style) => row.Parts.All(IsText) ? AsText(style) : AsMathematics(style);

    private static bool IsText(MathNode node) => node switch
    {
        MathNode.Words or MathNode.Space => true,
        MathNode.Sign sign => sign.Part != AtomClass.Large,
        MathNode.Number number => number.Font is MathFont.Default or MathFont.Roman or MathFont.Bold or MathFont.Sans or MathFont.Monospace,
        MathNode.Letters letters => letters.Text.Length > 1 && letters.Font is not (MathFont.Script or MathFont.Fraktur or MathFont.Blackboard or MathFont.BoldItalic),
        // The 2 of "M$^2$Net", which belongs to the word around it.
        MathNode.Scripts { Base: MathNode.Row { Parts.Count: 0 } } scripts =>
            (scripts.Below is null) != (scripts.Above is null) && (scripts.Below ?? scripts.Above) is MathNode.Letters or MathNode.Number or MathNode.Words or MathNode.Sign,
        _ => false,
    };

    private IEnumerable<ProsePiece> AsText(ProseStyle style)
    {
        var gaps = MathSpacing.Before(row.Parts, isScript: false);
        foreach (var (i, part) in row.Parts.Index())
        {
            // "∼5" and "≥3" are read as one.
            var isPrefix = i == 1 && row.Parts[0].Class == AtomClass.Relation;
            if (gaps[i] > 0 && !isPrefix) yield return new(Gap, style);
            if (part is not MathNode.Space { Em: 0 }) yield return AsWords(part, style);
        }
    }

    private static ProsePiece AsWords(MathNode node, ProseStyle style) => node switch
    {
        MathNode.Words words => new(words.Text, style | words.Style, words.Address),
        MathNode.Letters letters => new(letters.Text, style | Style(letters.Font)),
        MathNode.Number number => new(number.Text, style | Style(number.Font)),
        MathNode.Space => new(Gap, style),
        MathNode.Scripts { Above: MathNode.Sign { Text: "∘" } } => new("°", style),
        MathNode.Scripts { Above: { } above } => AsWords(above, style | Raising(above, ProseStyle.Raised)),
        MathNode.Scripts { Below: { } below } => AsWords(below, style | Raising(below, ProseStyle.Lowered)),
        _ => new(MathReading.Of(node), style),
    };

    private static ProseStyle Style(MathFont font) => font switch
    {
        MathFont.Bold => ProseStyle.Bold,
        MathFont.Italic => ProseStyle.Emphasis,
        MathFont.Monospace => ProseStyle.Code,
        _ => ProseStyle.None,
    };

    private static ProseStyle Raising(MathNode script, ProseStyle where) => script is MathNode.Letters { Font: MathFont.Default } ? where | ProseStyle.Emphasis : where;

    private IEnumerable<ProsePiece> AsMathematics(ProseStyle style)
    {
        var isWide = row.Parts.Sum(Width) > Wide;
        var parts = new List<MathNode>();
        foreach (var part in row.Parts)
        {
            if (part is MathNode.Words { Text: var text, Style: var own, Address: var address } && (address is not null || (isWide && text.Length > LongWords)))
            {
                if (parts.Count > 0) yield return Mathematics(parts);
                yield return new(text, style | own, address);
                parts = [];
                continue;
            }
            parts.Add(part);
            if (!isWide || part.Class is not (AtomClass.Relation or AtomClass.Punctuation)) continue;
            parts.Add(new MathNode.Space(part.Class == AtomClass.Relation ? MathSpacing.Thick : MathSpacing.Thin));
            yield return Mathematics(parts);
            yield return new("<wbr>", IsMarkup: true);
            parts = [];
        }
        if (parts.Count > 0) yield return Mathematics(parts);
    }

    private ProsePiece Mathematics(List<MathNode> parts) => new(MathMarkup.Of(new MathNode.Row(parts), isDisplayed), IsMarkup: true);

    /// <summary>About how many letters wide.</summary>
    private static int Width(MathNode node) => node is MathNode.Space ? 0 : MathReading.Of(node).Length;
}
