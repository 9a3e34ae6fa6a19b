using System.Globalization;
using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>What each command of TeX makes of what follows it.</summary>
internal sealed partial class TexParser
{
    private MathNode? Command(string name) =>
        Sign(name) ?? Function(name) ?? Gap(name) ?? name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => Fraction("over"),
            "binom" or "dbinom" or "tbinom" => Fraction("choose"),
            "sqrt" => Root(),
            "left" => Fenced(),
            "begin" => Environment(),
            "not" => Negated(),
            "stackrel" or "overset" => Stacked(isBelow: false),
            "underset" => Stacked(isBelow: true),
            "xrightarrow" => Arrow("→"),
            "xleftarrow" => Arrow("←"),
            "operatorname" or "DeclareMathOperator" => Operator(),
            "pmod" => Modulo("(mod ", ")"),
            "pod" => Modulo("(", ")"),
            "mod" => Modulo("mod ", ""),
            "bmod" => new MathNode.Sign("mod", AtomClass.Binary),
            "phantom" or "hphantom" or "vphantom" => Argument() is { } unseen ? new MathNode.Unseen(unseen) : null,
            "unicode" => CodePoint(),
            "href" => Link(),
            "url" => _source.RawGroup() is { } address ? new MathNode.Words(address, ProseStyle.None, address) : null,
            _ => Set(name) ?? Marked(name) ?? Plain(name),
        };

    /// <summary>A sign; a letter where that is one of the Greeks'.</summary>
    private MathNode? Sign(string name) => TexSigns.Of(name) is { Part: AtomClass.Ordinary, Text: [>= 'Α' and <= 'ϵ'] } letter ? new MathNode.Letters(letter.Text, _font) : TexSigns.Of(name);

    private static MathNode.Named? Function(string name) => name switch
    {
        "limsup" => new MathNode.Named("lim sup"),
        "liminf" => new MathNode.Named("lim inf"),
        "argmax" => new MathNode.Named("arg max"),
        "argmin" => new MathNode.Named("arg min"),
        _ => TexSigns.IsFunction(name) ? new MathNode.Named(name) : null,
    };

    private static MathNode.Space? Gap(string name) => name switch
    {
        "," or "thinspace" => new(.167),
        ":" or ">" or "medspace" => new(.222),
        ";" or "thickspace" => new(.278),
        " " or "\n" or "space" or "nobreakspace" => new(.25),
        "enspace" => new(.5),
        "quad" => new(1),
        "qquad" => new(2),
        // A browser has no gap of less than nothing.
        "!" or "negthinspace" or "/" => new(0),
        _ => null,
    };

    /// <summary>Commands that set what follows, or the rest of the group, in another alphabet.</summary>
    private MathNode? Set(string name) => name switch
    {
        "mathbb" or "Bbb" => InFont(MathFont.Blackboard),
        "mathcal" or "mathscr" or "EuScript" => InFont(MathFont.Script),
        "mathfrak" or "frak" => InFont(MathFont.Fraktur),
        "mathbf" => InFont(MathFont.Bold),
        "boldsymbol" or "bm" or "pmb" or "mathbold" or "boldmath" when _source.Peek().Kind != TexTokenKind.End => InFont(MathFont.BoldItalic),
        "mathrm" or "mathup" or "mathnormalfont" or "mathop" or "mathds" => InFont(name == "mathds" ? MathFont.Blackboard : MathFont.Roman),
        "mathit" => InFont(MathFont.Italic),
        "mathsf" => InFont(MathFont.Sans),
        "mathtt" => InFont(MathFont.Monospace),
        "mathnormal" => InFont(MathFont.Default),
        "rm" => Switch(MathFont.Roman),
        "bf" or "bfseries" => Switch(MathFont.Bold),
        "it" or "em" or "itshape" => Switch(MathFont.Italic),
        "sf" => Switch(MathFont.Sans),
        "tt" => Switch(MathFont.Monospace),
        "cal" => Switch(MathFont.Script),
        "text" or "textrm" or "textnormal" or "textup" or "mbox" or "hbox" or "textsf" or "textsc" => Words(ProseStyle.None),
        "textbf" => Words(ProseStyle.Bold),
        "textit" or "emph" or "textsl" => Words(ProseStyle.Emphasis),
        "texttt" => Words(ProseStyle.Code),
        "textsuperscript" => Words(ProseStyle.Raised),
        "textsubscript" => Words(ProseStyle.Lowered),
        _ => null,
    };

    /// <summary>Accents, lines and braces.</summary>
    private MathNode.Accented? Marked(string name) => name switch
    {
        "hat" => Accented("^"),
        "widehat" or "Hat" => Accented("^", stretches: true),
        "tilde" => Accented("~"),
        "widetilde" or "wt" => Accented("~", stretches: true),
        "bar" or "Bar" => Accented("¯"),
        "overline" => Accented("¯", stretches: true),
        "underline" or "uline" => Accented("_", isBelow: true, stretches: true),
        "vec" => Accented("→"),
        "overrightarrow" => Accented("→", stretches: true),
        "overleftarrow" => Accented("←", stretches: true),
        "dot" => Accented("˙"),
        "ddot" => Accented("¨"),
        "check" => Accented("ˇ"),
        "breve" => Accented("˘"),
        "acute" => Accented("´"),
        "grave" => Accented("`"),
        "mathring" => Accented("˚"),
        "overbrace" => Accented("⏞", stretches: true),
        "underbrace" => Accented("⏟", isBelow: true, stretches: true),
        _ => null,
    };

    /// <summary>Commands that only change sizes, colours or the kind of an atom.</summary>
    private MathNode? Plain(string name)
    {
        switch (name)
        {
            case "mathbin" or "mathrel" or "mathord" or "mathopen" or "mathclose" or "mathpunct" or "mathinner" or "smash" or "ensuremath" or "boxed" or "mathstrut":
                return name == "mathstrut" ? new MathNode.Space(0) : Argument();
            case "textcolor":
                return _source.RawGroup() is null ? null : Argument();
            case "color":
                return _source.RawGroup() is null ? null : new MathNode.Space(0);
            case "hspace" or "vspace" or "raisebox" or "label":
                if (_source.Peek().Is('*')) _source.Read();
                return _source.RawGroup() is null ? null : new MathNode.Space(0);
            case "kern" or "mkern" or "mskip" or "hskip":
                _source.SkipLength();
                return new MathNode.Space(0);
            case "displaystyle" or "textstyle" or "scriptstyle" or "scriptscriptstyle" or "small" or "tiny" or "footnotesize" or "scriptsize" or "normalsize"
                or "large" or "Large" or "boldmath" or "unboldmath" or "nonumber" or "notag" or "relax" or "protect" or "normalfont" or "-" or "middle" or "null":
                return new MathNode.Space(0);
            case "big" or "Big" or "bigg" or "Bigg" or "bigl" or "Bigl" or "biggl" or "Biggl" or "bigr" or "Bigr" or "biggr" or "Biggr" or "bigm" or "Bigm":
                return Delimiter() is { } sign ? TexSigns.Typing(sign) : null;
            default:
                return null;
        }
    }

    private MathNode? InFont(MathFont font)
    {
        var before = _font;
        _font = font;
        var set = Argument();
        _font = before;
        return set;
    }

    private MathNode.Space Switch(MathFont font)
    {
        _font = font;
        return new(0);
    }

    private MathNode.Accented? Accented(string mark, bool isBelow = false, bool stretches = false) =>
        Argument() is { } under ? new(under, mark, isBelow, stretches) : null;

    private MathNode? Fraction(string how) => Argument() is { } upper && Argument() is { } lower ? Divided(how, upper, lower) : null;

    private MathNode.Root? Root()
    {
        var option = _source.RawOption();
        var degree = option is null ? null : Part(option);
        return (option is null || degree is not null) && Argument() is { } radicand ? new(radicand, degree) : null;
    }

    private MathNode.Scripts? Stacked(bool isBelow)
    {
        if (Argument() is not { } small || Argument() is not { } under) return null;
        return isBelow ? new(under, small, null, AreLimits: true) : new(under, null, small, AreLimits: true);
    }

    private MathNode.Scripts? Arrow(string arrow)
    {
        var option = _source.RawOption();
        var below = option is null ? null : Part(option);
        return (option is null || below is not null) && Argument() is { } above ? new(new MathNode.Sign(arrow, AtomClass.Relation), below, above, AreLimits: true) : null;
    }

    /// <summary>A name of the authors' own.</summary>
    private MathNode.Named? Operator()
    {
        if (_source.Peek().Is('*')) _source.Read();
        return _source.RawGroup() is { } name && TexWriting.Plain(name) is { } words ? new(words) : null;
    }

    private MathNode.Row? Modulo(string before, string after) => Argument() is { } modulus
        ? new MathNode.Row([new MathNode.Space(.4), new MathNode.Words(before, ProseStyle.None), modulus, new MathNode.Words(after, ProseStyle.None)])
        : null;

    /// <summary>The sign that follows, struck through.</summary>
    private MathNode.Sign? Negated() => Argument() is MathNode.Sign sign ? sign with { Text = (sign.Text + '\u0338').Normalize() } : null;

    private MathNode.Words? CodePoint()
    {
        if (_source.RawGroup() is not { } code) return null;
        var isHex = code.StartsWith('x');
        if (!int.TryParse(isHex ? code[1..] : code, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var point)) return null;
        // Only what is seen: no controls, marks of direction or halves of characters.
        var isSeen = Rune.TryCreate(point, out var rune) && (Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));
        return isSeen ? new MathNode.Words(rune.ToString(), ProseStyle.None) : null;
    }

    /// <summary>Words, with formulas among them.</summary>
    private MathNode? Words(ProseStyle style)
    {
        if (_source.RawGroup() is not { } raw)
            return _source.Peek().Kind == TexTokenKind.Character ? new MathNode.Words(_source.Read().Text, style) : null;
        if (!raw.Contains('$')) return TexWriting.Plain(raw) is { } words ? new MathNode.Words(words, style) : null;
        var parts = new List<MathNode>();
        for (var (from, i) = (0, 0); i <= raw.Length; i++)
        {
            var place = i < raw.Length && raw[i] == '$' ? FormulaPlace.At(raw, i) : null;
            if (place is null && i < raw.Length) continue;
            if (TexWriting.Plain(raw[from..i]) is not { } before) return null;
            if (before.Length > 0) parts.Add(new MathNode.Words(before, style));
            if (place is not { } formula) break;
            if (Part(formula.Source(raw)) is not { } inner) return null;
            parts.Add(inner);
            from = formula.End;
            i = from - 1;
        }
        return new MathNode.Row(parts);
    }

    private MathNode.Words? Link() =>
        _source.RawGroup() is { } address && _source.RawGroup() is { } raw && TexWriting.Plain(raw) is { } words ? new(words, ProseStyle.None, address) : null;

    private MathNode.Fenced? Fenced()
    {
        if (Delimiter() is not { } open || Row() is not { } body || !_source.Read().IsCommand("right") || Delimiter() is not { } close) return null;
        return new(open, body, close);
    }

    /// <summary>What stands behind left, right and big; empty for the point that means none.</summary>
    private string? Delimiter()
    {
        var token = _source.Read();
        if (token.Kind == TexTokenKind.Command) return TexSigns.Of(token.Text)?.Text;
        return token.Kind != TexTokenKind.Character ? null : token.Text switch { "." => "", "<" => "⟨", ">" => "⟩", _ => token.Text };
    }

    private MathNode? Environment()
    {
        if (_source.RawGroup() is not { } name) return null;
        if (name is "array" or "tabular") _source.RawGroup();
        (string Open, string Close)? fences = name.TrimEnd('*') switch
        {
            "pmatrix" => ("(", ")"),
            "bmatrix" => ("[", "]"),
            "Bmatrix" => ("{", "}"),
            "vmatrix" => ("|", "|"),
            "Vmatrix" => ("‖", "‖"),
            "cases" => ("{", ""),
            "matrix" or "smallmatrix" or "array" or "aligned" or "align" or "split" or "gathered" => ("", ""),
            _ => null,
        };
        if (fences is not var (open, close) || Rows(name) is not { } rows) return null;
        var table = new MathNode.Table(rows, name is "cases" or "aligned" or "align" or "split");
        return open.Length + close.Length == 0 ? table : new MathNode.Fenced(open, table, close);
    }

    private List<IReadOnlyList<MathNode>>? Rows(string environment)
    {
        var rows = new List<IReadOnlyList<MathNode>>();
        var cells = new List<MathNode>();
        while (Row() is { } cell)
        {
            cells.Add(cell);
            var end = _source.Read();
            if (end.Kind == TexTokenKind.Cell) continue;
            rows.Add(cells);
            cells = [];
            if (end.IsCommand("end")) return _source.RawGroup() == environment ? rows : null;
            if (!end.IsCommand("\\") && !end.IsCommand("cr")) return null;
        }
        return null;
    }
}
