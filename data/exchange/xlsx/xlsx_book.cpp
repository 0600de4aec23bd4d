#include "data/exchange/xlsx/xlsx_book.h"

#include "data/exchange/xlsx/zip_check.h"
#include "data/unicode.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <filesystem>
#include <utility>

namespace trestle {

namespace {

constexpr lxw_color_t kInk = 0x1F2933;
constexpr lxw_color_t kFaint = 0x5F6B76;
constexpr lxw_color_t kHeaderGround = 0xE6ECF2;
constexpr lxw_color_t kInputGround = 0xFFF7CC;
constexpr lxw_color_t kRule = 0xB8C2CC;
constexpr double kTextSize = 10;
constexpr double kTitleSize = 16;

const char* numberFormat(CellKind kind)
{
    switch (kind) {
    case CellKind::money: return "#,##0.00";
    case CellKind::dollars: return "#,##0";
    case CellKind::decimal: return "#,##0.00";
    case CellKind::whole: return "0";
    case CellKind::percent: return "0 %";
    case CellKind::date: return "d mmm yyyy";
    case CellKind::month: return "mmm yyyy";
    case CellKind::text:
    case CellKind::wrapped: break;
    }
    return "@"; // what is typed over a text stays one as well
}

/// Numbers are written with the decimal sign of the process's locale, where files need a point.
class PlainNumbers {
public:
    PlainNumbers() : m_plain(newlocale(LC_NUMERIC_MASK, "C", nullptr)), m_before(uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;

private:
    locale_t m_plain;
    locale_t m_before;
};

/// "_x0041_" is how a file of the format spells an A: the text itself needs its first sign spelt out.
std::string withoutEscapes(std::string text)
{
    const auto isHex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    constexpr std::string_view kSpeltOut = "_x005F_";
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at)) {
        bool isEscape = at + 6 < text.size() && text[at + 6] == '_';
        for (std::size_t i = at + 2; isEscape && i < at + 6; ++i)
            isEscape = isHex(text[i]);
        if (isEscape)
            text.replace(at, 1, kSpeltOut);
        at += isEscape ? kSpeltOut.size() : 1;
    }
    return text;
}

/// Where the library keeps parts of the file until they are put together.
std::string temporaryFolder()
{
    std::error_code none;
    return std::filesystem::temp_directory_path(none).string();
}

std::string withLineFeeds(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    return out;
}

} // namespace

/// A file in memory that has a path.
class XlsxBook::Output {
public:
    Output() : m_file(memfd_create("workbook", MFD_CLOEXEC)), m_path("/proc/self/fd/" + std::to_string(m_file)) {}
    ~Output()
    {
        if (m_file >= 0)
            close(m_file);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    [[nodiscard]] const char* path() const { return m_path.c_str(); }
    [[nodiscard]] Result<std::string> read() const
    {
        const off_t size = lseek(m_file, 0, SEEK_END);
        std::string bytes(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t got = pread(m_file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
            if (got <= 0)
                return fail(ErrorCode::fileUnwritable, m_path, {}, std::string(std::strerror(errno)));
            done += static_cast<std::size_t>(got);
        }
        return bytes;
    }

private:
    int m_file;
    std::string m_path;
};

XlsxBook::XlsxBook(std::string_view title, std::chrono::sys_seconds madeAt)
    : m_output(std::make_unique<Output>()), m_book(workbook_new(m_output->path()))
{
    const std::string name = text(title).substr(0, 200);
    lxw_doc_properties properties{};
    std::string cleaned = TextCleaner().clean(name); // a character may have been cut in two
    properties.title = cleaned.data();
    // 0 would be the present time.
    properties.created = std::max<std::time_t>(1, std::chrono::system_clock::to_time_t(madeAt));
    workbook_set_properties(m_book, &properties);
}

XlsxBook::~XlsxBook()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

lxw_format* XlsxBook::format(const CellLook& look)
{
    lxw_format*& format = m_formats[look];
    if (format)
        return format;
    format = workbook_add_format(m_book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look.isTitle ? kTitleSize : kTextSize);
    format_set_font_color(format, look.isFaint ? kFaint : kInk);
    format_set_num_format(format, numberFormat(look.kind));
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look.kind == CellKind::wrapped || look.isHeader)
        format_set_text_wrap(format);
    if (look.isStrong || look.isHeader || look.isTitle || look.isTotal)
        format_set_bold(format);
    if (look.isLabel)
        format_set_align(format, LXW_ALIGN_LEFT);
    else if (look.isFigure || look.kind == CellKind::date || look.kind == CellKind::month)
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (look.indent > 0)
        format_set_indent(format, static_cast<std::uint8_t>(look.indent));
    if (look.isHeader) {
        format_set_bg_color(format, kHeaderGround);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kRule);
    }
    if (look.isInput) {
        format_set_bg_color(format, kInputGround);
        format_set_border(format, LXW_BORDER_HAIR);
        format_set_border_color(format, kRule);
    }
    if (look.isTotal) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, kInk);
    }
    return format;
}

std::string XlsxBook::text(std::string_view text)
{
    std::string clean = m_cleaner.clean(withLineFeeds(text));
    std::size_t end = 0;
    std::size_t units = 0;
    while (end < clean.size()) {
        const std::size_t length = characterLength(std::string_view(clean).substr(end));
        units += length == 4 ? 2 : 1;
        if (units > kLongestText)
            break;
        end += length;
    }
    if (end < clean.size()) {
        clean.resize(end);
        ++m_cut;
    }
    return withoutEscapes(std::move(clean));
}

std::vector<Loss> XlsxBook::losses() const
{
    std::vector<Loss> all{{LossKind::characters, m_cleaner.replaced()}, {LossKind::shortened, m_cut}};
    std::erase_if(all, [](const Loss& loss) { return loss.count == 0; });
    return all;
}

Result<std::string> XlsxBook::finish()
{
    const PlainNumbers plain;
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    if (error != LXW_NO_ERROR && errno != ENOSPC)
        return fail(ErrorCode::fileUnwritable, m_output->path(), {}, std::string(lxw_strerror(error)));
    auto bytes = error == LXW_NO_ERROR ? m_output->read() : Result<std::string>{};
    // The library doesn't notice a full disk under its temporary files: what is cut off there is short in here.
    if (!bytes || !isWholeZipOfXml(*bytes))
        return fail(ErrorCode::diskFull, temporaryFolder());
    return bytes;
}

} // namespace trestle
