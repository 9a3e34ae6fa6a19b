using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>What of TeX is left in names once its letters are Unicode: ties, breaks, groups and commands that set a font.</summary>
internal static partial class TexNames
{
    /// <summary>The names without markup: no backslash, brace or tie is left.</summary>
    public static string Plain(string names) => Markup().Replace(names, static match => match.Value switch
    {
        "{" or "}" => "",
        "~" or "\\\\" or "\\," or "\\ " or "\\;" => " ",
        // A command before a group is a font; of any other, the letters are kept.
        var command => command.EndsWith('{') ? "" : command[1..],
    });

    [GeneratedRegex(@"\\(?:[a-zA-Z]+\{|[\\, ;])|\\|[{}~]")]
    private static partial Regex Markup();
}
