namespace PaperDigest.Catalogue;

/// <summary>The commands of TeX for words that titles and abstracts have.</summary>
internal static class ProseCommands
{
    /// <summary>Whether it sets the words in the braces behind it, in one way or another.</summary>
    public static bool SetsWords(string command) => Style(command) != ProseStyle.None
        || command is "textsc" or "textsf" or "textrm" or "textup" or "textmd" or "textnormal" or "text" or "mbox" or "mathrm" or "textsl" or "enquote" or "uppercase";

    public static ProseStyle Style(string command) => command switch
    {
        "textbf" or "textbfseries" or "mathbf" => ProseStyle.Bold,
        "textit" or "emph" or "textem" or "textsl" or "mathit" => ProseStyle.Emphasis,
        "texttt" or "mathtt" => ProseStyle.Code,
        "underline" or "uline" or "ul" => ProseStyle.Underlined,
        "textsuperscript" => ProseStyle.Raised,
        "textsubscript" => ProseStyle.Lowered,
        _ => ProseStyle.None,
    };

    /// <summary>The sign that a command stands for among words; null when for none.</summary>
    public static string? Sign(string command) => command switch
    {
        "LaTeX" or "TeX" or "BibTeX" => command,
        "ldots" or "dots" or "textellipsis" => "…",
        "noindent" or "par" or "newline" or "xspace" or "smallskip" or "medskip" or "bigskip" => "",
        "eg" => "e.g.",
        "ie" => "i.e.",
        "etal" => "et al.",
        "quad" or "qquad" => " ",
        // A single letter is rather the rest of something else, such as a path.
        { Length: > 1 } => TexSigns.Of(command)?.Text,
        _ => null,
    };
}
