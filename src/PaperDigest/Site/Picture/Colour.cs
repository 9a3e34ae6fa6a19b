namespace PaperDigest.Site;

internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>A part of the way to another colour, from 0 to 1.</summary>
    public Colour Towards(Colour other, double part) => new(Between(Red, other.Red, part), Between(Green, other.Green, part), Between(Blue, other.Blue, part));

    private static byte Between(byte from, byte to, double part) => (byte)Math.Round(from + ((to - from) * part));
}
