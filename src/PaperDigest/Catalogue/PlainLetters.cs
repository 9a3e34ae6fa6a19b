using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>
/// Latin letters without what stands on, under or through them. <see cref="string.Normalize()"/> can't tell them apart: the
/// program runs in invariant globalization, where it returns its input, and no normalisation makes an l of a Polish ł.
/// </summary>
internal static class PlainLetters
{
    /// <summary>For U+00C0 to U+024F the letter that each is a form of, from the Unicode character database; a dot for none.</summary>
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "b..............e.......i........oo.............uu....zz......................aaiioouuuuuuuuuu.aa"
        + "aa..ggggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
        + "...b..ee........";

    /// <summary>The same for U+1E00 to U+1EFF, where Vietnamese names are at home.</summary>
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Appends <paramref name="letter"/> in its plain lower-case form.</summary>
    public static void Append(StringBuilder text, char letter)
    {
        if (Several(letter) is { } letters) text.Append(letters);
        else text.Append(Of(letter) is var plain and not '.' ? plain : char.ToLowerInvariant(letter));
    }

    private static char Of(char letter) => letter switch
    {
        >= '\u00C0' and <= '\u024F' => Latin[letter - '\u00C0'],
        >= '\u1E00' and <= '\u1EFF' => LatinAdditional[letter - '\u1E00'],
        _ => '.',
    };

    private static string? Several(char letter) => letter switch
    {
        'Æ' or 'æ' => "ae",
        'Œ' or 'œ' => "oe",
        'ß' or 'ẞ' => "ss",
        'Þ' or 'þ' => "th",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬀ' => "ff",
        _ => null,
    };
}
