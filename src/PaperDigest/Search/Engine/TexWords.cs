using System.Collections.Frozen;
using System.Text;

namespace PaperDigest.Search;

/// <summary>
/// TeX as the words one would say, for abstracts that carry it: "$\ell_2$" becomes "l2", "$\beta$-VAE" "beta-vae", "\emph{x}" "x".
/// Greek letters become their names, so that both spellings meet.
/// </summary>
internal static class TexWords
{
    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi",
        "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    /// <summary>Commands that stand for a word; the others (fonts, arrows, spaces) for nothing.</summary>
    private static readonly FrozenDictionary<string, string> Spoken =
        Greek.Distinct().Concat(["log", "exp", "max", "min", "sin", "cos", "tan", "sqrt", "nabla"])
            .ToDictionary(w => w).Append(new("ell", "l")).Append(new("varepsilon", "epsilon")).Append(new("varphi", "phi")).ToFrozenDictionary();

    /// <param name="plain">In lower case and without accents (<see cref="Catalogue.SearchText.Plain"/>).</param>
    public static string Spell(string plain)
    {
        if (!plain.AsSpan().ContainsAny('\\', '$') && !plain.AsSpan().ContainsAnyInRange('α', 'ω')) return plain;
        var words = new StringBuilder(plain.Length);
        var inMath = false;
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c == '$') inMath = !inMath;
            else if (c == '\\') i = SpellCommand(plain, i, words);
            else if (c is >= 'α' and <= 'ω') words.Append(Greek[c - 'α']);
            else if (c is '{' or '}' || (inMath && c is '_' or '^')) continue;
            else words.Append(c);
        }
        return words.ToString();
    }

    /// <summary>Returns the index of the command's last character.</summary>
    private static int SpellCommand(string text, int backslash, StringBuilder words)
    {
        var end = backslash + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == backslash + 1)
        {
            // An accent joins its letter to the word ("\'e"); anything else parts words ("\%", "\\").
            var isAccent = end < text.Length && text[end] is '\'' or '"' or '`' or '~' or '^';
            if (!isAccent) words.Append(' ');
            return Math.Min(end, text.Length - 1);
        }
        if (Spoken.TryGetValue(text[(backslash + 1)..end], out var word)) words.Append(word);
        // "\alpha\beta" is two words, "\alpha_2" and "\beta-" are one.
        if (end < text.Length && (text[end] == '\\' || char.IsWhiteSpace(text[end]))) words.Append(' ');
        return end - 1;
    }
}
