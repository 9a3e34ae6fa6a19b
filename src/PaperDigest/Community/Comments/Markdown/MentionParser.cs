using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Finds <c>@name</c> where a public name can stand: after a blank or a bracket, not within an address.</summary>
internal sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (IsOfName(before) || before is '@' or '/' or '.' or ':') return false;
        var length = 0;
        while (length <= PublicName.Longest && IsOfName(slice.PeekChar(1 + length))) length++;
        if (length is < PublicName.Shortest or > PublicName.Longest) return false;
        processor.Inline = new MentionInline(slice.Text.Substring(slice.Start + 1, length));
        slice.Start += 1 + length;
        return true;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>A public name that is mentioned, whether or not anybody has it.</summary>
internal sealed class MentionInline(string name) : LeafInline
{
    public string Name => name;

    /// <summary>As names are compared.</summary>
    public string Key => PublicName.KeyOf(name);
}
