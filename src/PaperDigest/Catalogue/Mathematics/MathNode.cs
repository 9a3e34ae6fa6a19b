namespace PaperDigest.Catalogue;

/// <summary>A formula, or a part of one, as it was understood.</summary>
internal abstract record MathNode
{
    /// <summary>How it is spaced beside its neighbours.</summary>
    public virtual AtomClass Class => AtomClass.Ordinary;

    /// <summary>Parts one after the other.</summary>
    public sealed record Row(IReadOnlyList<MathNode> Parts) : MathNode
    {
        public override AtomClass Class => Parts is [var only] ? only.Class : AtomClass.Ordinary;
    }

    /// <summary>A variable, or several letters that are one word.</summary>
    public sealed record Letters(string Text, MathFont Font) : MathNode;

    public sealed record Number(string Text, MathFont Font) : MathNode;

    /// <summary>A function with a name, such as log.</summary>
    public sealed record Named(string Text) : MathNode
    {
        public override AtomClass Class => AtomClass.Large;
    }

    /// <param name="Part">Its class.</param>
    public sealed record Sign(string Text, AtomClass Part) : MathNode
    {
        public override AtomClass Class => Part;
    }

    /// <summary>Words among the signs, as the text around a formula is set.</summary>
    public sealed record Words(string Text, ProseStyle Style, string? Address = null) : MathNode;

    /// <summary>A gap, in em.</summary>
    public sealed record Space(double Em) : MathNode;

    /// <param name="AreLimits">Whether they stand above and below rather than beside.</param>
    public sealed record Scripts(MathNode Base, MathNode? Below, MathNode? Above, bool AreLimits) : MathNode
    {
        public override AtomClass Class => Base.Class;
    }

    public sealed record Fraction(MathNode Upper, MathNode Lower, bool HasLine) : MathNode;

    public sealed record Root(MathNode Radicand, MathNode? Degree) : MathNode;

    /// <summary>A letter with an accent, or with a line or brace over or under it.</summary>
    public sealed record Accented(MathNode Base, string Mark, bool IsBelow, bool Stretches) : MathNode;

    /// <summary>Delimiters that grow with what they enclose; either may be empty.</summary>
    public sealed record Fenced(string Open, MathNode Body, string Close) : MathNode;

    public sealed record Table(IReadOnlyList<IReadOnlyList<MathNode>> Rows, bool IsAlignedLeft) : MathNode;

    /// <summary>Takes its room and is not seen.</summary>
    public sealed record Unseen(MathNode Body) : MathNode;
}
