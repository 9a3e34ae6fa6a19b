namespace PaperDigest.Catalogue;

/// <summary>The gaps between the parts of a row, as TeX has them (The TeXbook, chapter 18); browsers' own gaps differ.</summary>
internal static class MathSpacing
{
    public const double Thin = .167, Medium = .222, Thick = .278;

    /// <summary>In front of each part, in em; nothing in front of the first. Inside scripts only names keep theirs.</summary>
    public static double[] Before(IReadOnlyList<MathNode> parts, bool isScript)
    {
        var gaps = new double[parts.Count];
        var left = -1;
        var leftClass = AtomClass.Open;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is MathNode.Space) continue;
            var right = Class(parts, i, left < 0 ? null : leftClass);
            if (left >= 0 && !(right == AtomClass.Ordinary && leftClass == AtomClass.Punctuation && IsThousands(parts, left, i)))
            {
                var gap = Gap(leftClass, right);
                gaps[i] = isScript && gap != Thin ? 0 : isScript && leftClass == AtomClass.Punctuation ? 0 : gap;
            }
            (left, leftClass) = (i, right);
        }
        return gaps;
    }

    /// <summary>What is written between two operands is a sign of one where an operand is missing: the minus of -1.</summary>
    private static AtomClass Class(IReadOnlyList<MathNode> parts, int at, AtomClass? before)
    {
        var own = parts[at].Class;
        if (own != AtomClass.Binary) return own;
        if (before is null or AtomClass.Binary or AtomClass.Relation or AtomClass.Open or AtomClass.Punctuation or AtomClass.Large) return AtomClass.Ordinary;
        var next = parts.Skip(at + 1).FirstOrDefault(p => p is not MathNode.Space);
        return next?.Class is null or AtomClass.Relation or AtomClass.Close or AtomClass.Punctuation ? AtomClass.Ordinary : AtomClass.Binary;
    }

    private static bool IsThousands(IReadOnlyList<MathNode> parts, int comma, int at) =>
        comma > 0 && at == comma + 1 && parts[comma - 1] is MathNode.Number && parts[at] is MathNode.Number { Text.Length: 3 };

    private static double Gap(AtomClass left, AtomClass right) => (left, right) switch
    {
        (AtomClass.Open, _) or (_, AtomClass.Close or AtomClass.Punctuation) => left == AtomClass.Punctuation ? Thin : 0,
        (AtomClass.Punctuation, _) => Thin,
        (AtomClass.Relation, AtomClass.Relation) => 0,
        (AtomClass.Relation, _) or (_, AtomClass.Relation) => Thick,
        (AtomClass.Binary, _) or (_, AtomClass.Binary) => Medium,
        (AtomClass.Large, AtomClass.Open) => 0,
        (AtomClass.Large, _) or (_, AtomClass.Large) => Thin,
        _ => 0,
    };
}
