namespace PaperDigest.Catalogue;

/// <summary>The alphabets of TeX's mathematics. <see cref="Default"/>: letters italic one by one, digits upright.</summary>
internal enum MathFont
{
    Default,
    Roman,
    Italic,
    Bold,
    BoldItalic,
    Script,
    Fraktur,
    Blackboard,
    Sans,
    Monospace,
}
