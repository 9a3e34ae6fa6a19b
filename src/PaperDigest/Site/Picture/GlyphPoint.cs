namespace PaperDigest.Site;

/// <summary>A point of an outline, in the font's units with y upwards; between two points on the curve, one off it bends it.</summary>
internal readonly record struct GlyphPoint(double X, double Y, bool IsOnCurve);
