using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>
/// Understands the mathematics of TeX that titles and abstracts have. Where it does not understand it says null, for the whole formula:
/// half of a formula would say something else. Bounded in depth; linear in length but for options in brackets.
/// </summary>
internal sealed partial class TexParser
{
    private const int Deepest = 30;

    private readonly TexScanner _source;
    private readonly bool _isDisplayed;
    private int _depth;
    private MathFont _font;

    private TexParser(string source, bool isDisplayed, int depth, MathFont font) =>
        (_source, _isDisplayed, _depth, _font) = (new TexScanner(source), isDisplayed, depth, font);

    /// <param name="isDisplayed">Whether it was written as a formula on a line of its own, whose limits stand above and below.</param>
    public static MathNode.Row? Parse(string source, bool isDisplayed) => new TexParser(source, isDisplayed, 0, MathFont.Default).Whole();

    private MathNode.Row? Whole() => Row() is { } row && _source.Peek().Kind == TexTokenKind.End ? row : null;

    private MathNode.Row? Part(string source) => new TexParser(source, _isDisplayed, _depth, _font).Whole();

    /// <summary>What stands up to the end, a closing brace, or a command that ends what the caller reads.</summary>
    private MathNode.Row? Row()
    {
        if (++_depth > Deepest) return null;
        var font = _font;
        var parts = new List<MathNode>();
        while (!EndsRow(_source.Peek()))
        {
            if (_source.Peek() is { Kind: TexTokenKind.Command, Text: "over" or "choose" or "atop" } infix)
            {
                _source.Read();
                if (Row() is not { } lower) return null;
                parts = [Divided(infix.Text, new MathNode.Row(parts), lower)];
                break;
            }
            if (Scripted() is not { } part) return null;
            parts.Add(part);
        }
        _font = font;
        _depth--;
        return new MathNode.Row(parts);
    }

    private static bool EndsRow(TexToken token) =>
        token.Kind is TexTokenKind.End or TexTokenKind.Close or TexTokenKind.Cell
        || token is { Kind: TexTokenKind.Command, Text: "\\" or "cr" or "right" or "end" or "newline" };

    private static MathNode Divided(string how, MathNode upper, MathNode lower)
    {
        var fraction = new MathNode.Fraction(upper, lower, how == "over");
        return how == "choose" ? new MathNode.Fenced("(", fraction, ")") : fraction;
    }

    /// <summary>An atom with what is written below and above it.</summary>
    private MathNode? Scripted()
    {
        MathNode? atom = _source.Peek().Kind is TexTokenKind.Superscript or TexTokenKind.Subscript || _source.Peek().Is('\'') ? new MathNode.Row([]) : Atom();
        if (atom is null) return null;
        var areLimits = _isDisplayed && TakesLimits(atom);
        while (_source.Peek() is { Kind: TexTokenKind.Command, Text: "limits" or "nolimits" or "displaylimits" } limits)
        {
            areLimits = limits.Text != "nolimits";
            _source.Read();
        }
        var (below, above) = (default(MathNode), default(MathNode));
        while (_source.Peek() is { Kind: TexTokenKind.Superscript or TexTokenKind.Subscript } || _source.Peek().Is('\''))
        {
            var token = _source.Peek();
            var script = token.Is('\'') ? Primes() : Script();
            if (script is null) return null;
            if (token.Kind == TexTokenKind.Subscript) below = Joined(below, script);
            else above = Joined(above, script);
        }
        return below is null && above is null ? atom : new MathNode.Scripts(atom, below, above, areLimits || atom is MathNode.Accented { Mark: "⏞" or "⏟" });
    }

    private MathNode? Script()
    {
        _source.Read();
        return Argument();
    }

    private static MathNode Joined(MathNode? before, MathNode script) => before is null ? script : new MathNode.Row([before, script]);

    private MathNode.Sign Primes()
    {
        var primes = 0;
        for (; _source.Peek().Is('\''); primes++) _source.Read();
        return new MathNode.Sign(new string('′', primes), AtomClass.Ordinary);
    }

    private static bool TakesLimits(MathNode atom) => atom switch
    {
        MathNode.Sign { Part: AtomClass.Large, Text: not ("∫" or "∬" or "∭" or "∮") } => true,
        MathNode.Named { Text: "max" or "min" or "sup" or "inf" or "lim" or "lim sup" or "lim inf" or "arg max" or "arg min" or "Pr" or "det" or "gcd" } => true,
        _ => false,
    };

    /// <summary>A group in braces, or a single token: what a command takes.</summary>
    private MathNode? Argument()
    {
        if (_source.Peek().Kind == TexTokenKind.Open) return Group();
        if (_source.Peek() is { Kind: TexTokenKind.Character, Text: [>= '0' and <= '9'] } digit)
        {
            _source.Read();
            return new MathNode.Number(digit.Text, _font);
        }
        return EndsRow(_source.Peek()) || _source.Peek().Kind is TexTokenKind.Superscript or TexTokenKind.Subscript ? null : Atom(alone: true);
    }

    private MathNode? Group()
    {
        _source.Read();
        if (Row() is not { } row || _source.Read().Kind != TexTokenKind.Close) return null;
        return row.Parts is [var only] ? only : row;
    }

    /// <param name="alone">Whether one letter is all that is wanted.</param>
    private MathNode? Atom(bool alone = false)
    {
        var token = _source.Peek();
        if (token.Kind == TexTokenKind.Open) return Group();
        _source.Read();
        if (token.Kind == TexTokenKind.Command) return ++_depth > Deepest ? null : Leaving(Command(token.Text));
        if (token.Kind != TexTokenKind.Character) return null;
        return token.Text[0] switch
        {
            >= '0' and <= '9' => new MathNode.Number(Digits(token.Text), _font),
            '~' => new MathNode.Space(.25),
            '$' or '#' => null,
            _ when Rune.IsLetter(Rune.GetRuneAt(token.Text, 0)) => Letter(token.Text, alone),
            _ => TexSigns.Typing(token.Text),
        };
    }

    private MathNode? Leaving(MathNode? node)
    {
        _depth--;
        return node;
    }

    /// <summary>A number with its point, and commas before thousands.</summary>
    private string Digits(string first)
    {
        var digits = new StringBuilder(first);
        while (_source.Peek() is { Kind: TexTokenKind.Character, Text: [(>= '0' and <= '9') or '.'] } next)
        {
            digits.Append(next.Text);
            _source.Read();
        }
        return digits.ToString();
    }

    /// <summary>A letter; in an alphabet that is meant for words, with those that follow it.</summary>
    private MathNode Letter(string letter, bool alone)
    {
        // What has no case is of a script that mathematics does not use.
        if (letter[0] > '\u03FF' && !Rune.IsLower(Rune.GetRuneAt(letter, 0)) && !Rune.IsUpper(Rune.GetRuneAt(letter, 0))) return new MathNode.Words(letter, ProseStyle.None);
        var letters = new StringBuilder(letter);
        var isWord = _font is MathFont.Roman or MathFont.Italic or MathFont.Bold or MathFont.Sans or MathFont.Monospace;
        while (isWord && !alone && _source.Peek() is { Kind: TexTokenKind.Character } next && Rune.IsLetter(Rune.GetRuneAt(next.Text, 0)))
        {
            letters.Append(next.Text);
            _source.Read();
        }
        return new MathNode.Letters(letters.ToString(), _font);
    }
}
