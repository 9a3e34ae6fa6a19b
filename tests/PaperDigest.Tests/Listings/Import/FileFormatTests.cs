using System.IO.Compression;
using System.Text;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Listings.Import;

public sealed class FileFormatTests
{
    [Theory]
    [InlineData("{\"id\":\"0704.0001\",\"submitter\":\"A\",\"versions\":[]}", FileFormat.Snapshot)]
    [InlineData("\uFEFF\r\n {\"id\":\"0704.0001\",\"categories\":\"cs.AI\",\"abstract\":\"cut off by the look at the beg", FileFormat.Snapshot)]
    [InlineData("a damaged line\n{\"id\":\"0704.0001\",\"versions\":[]}\n", FileFormat.Snapshot)]
    [InlineData("[{\"paper\":{\"id\":\"2605.00001\"},\"title\":\"A\"}]", FileFormat.DailyPapers)]
    [InlineData(" [ ]", FileFormat.DailyPapers)]
    [InlineData("{\"date\":\"2026-05-12\",\"papers\":[{\"paper\":{}}]}\n", FileFormat.DailyPapers)]
    [InlineData("", FileFormat.Empty)]
    [InlineData("\n \r\n", FileFormat.Empty)]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", FileFormat.WebPage)]
    [InlineData("PK\u0003\u0004rest", FileFormat.ZipArchive)]
    [InlineData("BZh9rest", FileFormat.Packed)]
    [InlineData("[1, 2]", FileFormat.Unknown)]
    [InlineData("{\"id\":1}", FileFormat.Unknown)]
    [InlineData("id,title\n1,A", FileFormat.Unknown)]
    [InlineData("{", FileFormat.Unknown)]
    public void A_file_is_known_by_its_beginning(string text, FileFormat format) => Assert.Equal(format, FileFormats.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void UTF_16_is_told_apart_from_nonsense() => Assert.Equal(FileFormat.Utf16, FileFormats.Of([0xFF, 0xFE, (byte)'{', 0]));

    [Theory]
    [InlineData(FileFormat.Empty)]
    [InlineData(FileFormat.WebPage)]
    [InlineData(FileFormat.ZipArchive)]
    [InlineData(FileFormat.Packed)]
    [InlineData(FileFormat.Utf16)]
    [InlineData(FileFormat.Unknown)]
    public void What_cannot_be_taken_in_has_a_reason(FileFormat format) => Assert.NotNull(FileFormats.WhyNot(format));

    [Fact]
    public void Gzip_is_known_by_its_bytes_whatever_the_name()
    {
        using var folder = new ScratchFolder("import");
        var path = Path.Combine(folder.Path, "snapshot.json");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest)) gzip.Write("{\"id\":\"0704.0001\",\"versions\":[]}"u8);

        using var file = ImportFile.Open(path);
        Assert.True(file.IsGzipped);
        Assert.Equal(FileFormat.Snapshot, file.Format);
        Assert.Equal("snapshot.json", file.Name);
    }

    [Fact]
    public void A_file_is_the_same_under_another_name_and_another_when_it_grew()
    {
        using var folder = new ScratchFolder("import");
        string Write(string name, string text)
        {
            var path = Path.Combine(folder.Path, name);
            File.WriteAllText(path, text);
            using var file = ImportFile.Open(path);
            return file.Fingerprint;
        }
        Assert.Equal(Write("a", "{}"), Write("b", "{}"));
        Assert.NotEqual(Write("a", "{}"), Write("a", "{}{}"));
    }
}
