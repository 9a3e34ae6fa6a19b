using System.Globalization;
using System.Text;

namespace PaperDigest.Accounts;

/// <summary>
/// A name that others see: 2 to 30 letters, digits, - and _ of any script, so that it can be mentioned as @name and be an address.
/// Two names with the same <see cref="Key"/> would be taken for each other.
/// </summary>
internal sealed record PublicName
{
    public const int Shortest = 2, Longest = 30;

    /// <summary>What would speak for the site, or for nobody; compared without - and _.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "admin", "administrator", "root", "system", "curator", "moderator", "mod", "staff", "team", "support", "help", "info", "security",
        "official", "operator", "owner", "webmaster", "postmaster", "abuse", "arxiv", "huggingface", "paperdigest",
        "anonymous", "visitor", "guest", "deleted", "nobody", "somebody", "everyone", "everybody", "all", "here", "me", "you", "null", "undefined",
    };

    private PublicName(string text) => (Text, Key) = (text, KeyOf(text));

    /// <summary>As its owner wrote it, in Unicode's composed form.</summary>
    public string Text { get; }

    /// <summary>What is unique: in small letters, and in one form of those that look alike.</summary>
    public string Key { get; }

    /// <summary>The key of a name in an address, whatever was written there.</summary>
    public static string KeyOf(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate: nobody's.
            return "";
        }
    }

    /// <summary>Reads what was typed. <paramref name="site"/> is the name of the installation, which nobody may speak for.</summary>
    public static (PublicName? Name, string? Problem) Read(string typed, string site)
    {
        var trimmed = typed.Trim().TrimStart('@');
        if (KeyOf(trimmed).Length == 0) return (null, "Type a name.");
        var text = trimmed.Normalize(NormalizationForm.FormC);
        var problem = Problem(text) ?? (IsReserved(KeyOf(text), site) ? "This name is kept for the site itself. Choose another." : null);
        return problem is null ? (new PublicName(text), null) : (null, problem);
    }

    private static string? Problem(string text)
    {
        var length = text.EnumerateRunes().Count();
        if (length < Shortest) return $"A name has at least {Shortest} characters.";
        if (length > Longest) return $"A name has at most {Longest} characters.";
        if (!text.EnumerateRunes().All(MayStand)) return "A name has only letters, digits, - and _.";
        if (!Rune.IsLetterOrDigit(text.EnumerateRunes().First())) return "A name begins with a letter or a digit.";
        return MixesLookalikes(text) ? "Letters of one alphabet only, please: a name that mixes them can be taken for another." : null;
    }

    // Marks belong to the letters of many scripts.
    private static bool MayStand(Rune rune) => rune.Value is '-' or '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Greek, Cyrillic and Latin have letters that look the same.</summary>
    private static bool MixesLookalikes(string text)
    {
        var alphabets = text.Where(char.IsLetter).Select(c => c switch
        {
            < '\u0370' => 1,
            < '\u0400' => 2,
            < '\u0530' => 3,
            >= '\u1E00' and < '\u1F00' => 1,
            >= '\u1F00' and < '\u2000' => 2,
            _ => 0,
        });
        return alphabets.Where(a => a > 0).Distinct().Skip(1).Any();
    }

    private static bool IsReserved(string key, string site)
    {
        var bare = Bare(key);
        return Reserved.Contains(bare) || bare == Bare(KeyOf(site));
    }

    private static string Bare(string key) => string.Concat(key.Where(char.IsLetterOrDigit));
}
