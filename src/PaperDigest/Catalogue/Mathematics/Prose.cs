namespace PaperDigest.Catalogue;

/// <summary>
/// Titles and abstracts as their authors meant them: arXiv's texts hold formulas between dollars and some of TeX's commands for
/// words. What is not understood stays as it was written. Linear in the length of a text but for brackets that nothing closes.
/// </summary>
internal sealed class Prose
{
    private const int Deepest = 6;
    private const string Special = "$\\`{";

    private readonly string _text;
    private readonly Setting _setting;
    private readonly List<ProsePiece> _pieces = [];

    private Prose(string text, Setting setting) => (_text, _setting) = (text, setting);

    /// <summary>Whether there is anything but plain words in a text.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny('$', '\\', '`');

    public static IReadOnlyList<ProsePiece> Of(string text) => IsPlain(text) ? [new(text)] : Read(text, default);

    /// <summary>A text without markup, its formulas as lines of characters.</summary>
    public static string Plain(string text)
    {
        if (IsPlain(text)) return text;
        return string.Concat(Read(text, new Setting { IsReading = true }).Select(p => p.Text));
    }

    private static List<ProsePiece> Read(string text, Setting setting)
    {
        var prose = new Prose(text, setting);
        prose.Read();
        return prose._pieces;
    }

    private void Read()
    {
        var from = 0;
        for (var i = 0; i < _text.Length;)
        {
            var special = _text.AsSpan(i).IndexOfAny(Special);
            if (special < 0) break;
            i += special;
            var before = _pieces.Count;
            var words = from < i ? _text[from..i] : null;
            if (words is not null) Add(words);
            if (Markup(i) is var end && end > i) from = i = end;
            else
            {
                _pieces.RemoveRange(before, _pieces.Count - before);
                i = Math.Min(_text.Length, i + Unread(i));
            }
        }
        if (from < _text.Length) Add(_text[from..]);
    }

    /// <summary>How much is left as it is where nothing was understood: a formula whole, so that its end begins none.</summary>
    private int Unread(int at) => FormulaPlace.At(_text, at) is { } place ? place.End - place.Start : 1;

    /// <summary>Reads what begins here; returns where it ends, or its beginning when it is not understood.</summary>
    private int Markup(int at)
    {
        if (FormulaPlace.At(_text, at) is { } place)
        {
            if (Formula.Read(place.Source(_text), place.IsDisplayed) is not { } formula) return at;
            if (_setting.IsReading) Add(formula.Reading);
            else _pieces.AddRange(formula.Pieces(_setting.Style).Select(p => p with { Address = p.Address is null ? _setting.Address : WebAddress(p.Address) }));
            return place.End;
        }
        return _text[at] switch
        {
            '`' => Quotation(at),
            '{' => Group(at),
            '\\' => Command(at),
            _ => at,
        };
    }

    /// <summary>TeX's ``quotation marks''.</summary>
    private int Quotation(int at)
    {
        if (string.CompareOrdinal(_text, at, "``", 0, 2) != 0) return at;
        var close = _text.IndexOf("''", at + 2, StringComparison.Ordinal);
        if (close < 0) return at;
        Add("“");
        Inner(_text[(at + 2)..close], _setting);
        Add("”");
        return close + 2;
    }

    /// <summary>{\em some words}</summary>
    private int Group(int at)
    {
        if (at + 1 >= _text.Length || _text[at + 1] != '\\' || Braced(at, out var end) is not { } inner) return at;
        var name = Name(inner, 1);
        if (name is not ("em" or "it" or "bf" or "tt" or "sc" or "sf" or "rm" or "sl" or "itshape" or "bfseries")) return at;
        Inner(inner[(1 + name.Length)..].TrimStart(), Styled(ProseCommands.Style("text" + name[..2])));
        return end;
    }

    private int Command(int at)
    {
        var name = Name(_text, at + 1);
        var after = at + 1 + name.Length;
        if (name.Length == 0) return Escaped(at);
        if (name == "url" && Braced(after, out var urlEnd) is { } url)
        {
            _pieces.Add(new(url, _setting.Style, WebAddress(url)));
            return urlEnd;
        }
        if (name is "href" or "textcolor" && Braced(after, out var firstEnd) is { } first && Braced(firstEnd, out var secondEnd) is { } second)
        {
            Inner(second, name == "href" ? _setting with { Address = WebAddress(first) } : _setting);
            return secondEnd;
        }
        if (ProseCommands.SetsWords(name) && Braced(after, out var end) is { } words)
        {
            Inner(words, Styled(ProseCommands.Style(name)));
            return end;
        }
        if (ProseCommands.Sign(name) is not { } sign) return at;
        Add(sign);
        // TeX drops the blank behind a command's name, and the braces that keep one.
        return string.CompareOrdinal(_text, after, "{}", 0, 2) == 0 ? after + 2 : after;
    }

    /// <summary>\$, \{ and the like.</summary>
    private int Escaped(int at)
    {
        if (at + 1 >= _text.Length || _text[at + 1] is not ('$' or '%' or '&' or '#' or '_' or '{' or '}' or ' ' or ',' or '\\')) return at;
        Add(_text[at + 1] is ',' or '\\' ? " " : _text[at + 1].ToString());
        return at + 2;
    }

    private void Add(string words) => _pieces.Add(new(words, _setting.Style, _setting.Address));

    private Setting Styled(ProseStyle style) => _setting with { Style = _setting.Style | style };

    private void Inner(string text, Setting setting)
    {
        if (setting.Depth >= Deepest) Add(text);
        else _pieces.AddRange(Read(text, setting with { Depth = setting.Depth + 1 }));
    }

    private static string Name(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return text[start..end];
    }

    /// <summary>What stands in the braces that open here; null when none do, or nothing closes them.</summary>
    private string? Braced(int at, out int end)
    {
        end = at;
        if (at >= _text.Length || _text[at] != '{') return null;
        var depth = 0;
        for (var i = at; i < _text.Length; i++)
        {
            if (_text[i] == '\\') i++;
            else if (_text[i] == '{') depth++;
            else if (_text[i] == '}' && --depth == 0)
            {
                end = i + 1;
                return _text[(at + 1)..i];
            }
        }
        return null;
    }

    private static string? WebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    /// <summary>How the words of a part are to be taken.</summary>
    private readonly record struct Setting(ProseStyle Style, string? Address, int Depth, bool IsReading);
}
