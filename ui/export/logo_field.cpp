#include "ui/export/logo_field.h"

#include "data/exchange/logo.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/questions/question_runner.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace trestle {

/// What was read: a logo with its preview, or why it is none.
struct LogoPicture {
    std::string bytes;
    QImage preview;
    std::optional<Error> problem = std::nullopt;
};

namespace {

constexpr QSize kPreviewRoom{120, 48};

LogoPicture pictureOf(std::string bytes, const std::string& path)
{
    LogoPicture picture;
    const QImage whole = QImage::fromData(QByteArray::fromStdString(bytes), "PNG");
    if (whole.isNull()) {
        picture.problem = Error{ErrorCode::notAPicture, path, {}, std::to_string(kMostLogoPixels)};
        return picture;
    }
    picture.preview = whole.scaled(kPreviewRoom * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.preview.setDevicePixelRatio(2);
    picture.bytes = std::move(bytes);
    return picture;
}

} // namespace

LogoField::LogoField(AskFileToOpen ask, QWidget* parent)
    : QWidget(parent), m_ask(std::move(ask)), m_preview(new QLabel(this)),
      m_choose(new QPushButton(tr("Choose &logo…"), this)), m_remove(new QPushButton(tr("Remo&ve"), this)),
      m_reading(new QuestionRunner(this))
{
    m_preview->setObjectName(QStringLiteral("logoPreview"));
    m_preview->setAccessibleName(tr("Logo"));
    m_choose->setObjectName(QStringLiteral("logoChoose"));
    m_choose->setAccessibleName(tr("Choose a logo"));
    m_remove->setObjectName(QStringLiteral("logoRemove"));
    m_remove->setAccessibleName(tr("Remove the logo"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_preview);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    row->addStretch(1);
    for (QPushButton* button : {m_choose, m_remove})
        button->setAutoDefault(false);
    connect(m_choose, &QPushButton::clicked, this, &LogoField::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_choose->setFocus(Qt::OtherFocusReason); // the button goes
        show({});
        Q_EMIT told({});
    });
    show({});
}

void LogoField::setLogo(const std::string& logo)
{
    show({});
    m_logo = logo;
    if (!logo.empty())
        read([logo] { return pictureOf(logo, {}); });
}

void LogoField::choose()
{
    const QString path = m_ask(this, tr("Choose a logo"), {}, tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    read([file = format::utf8(path)] {
        auto bytes = readLogo(file);
        if (bytes)
            return pictureOf(std::move(*bytes), file);
        LogoPicture none;
        none.problem = bytes.error();
        return none;
    });
}

void LogoField::read(std::function<LogoPicture()> reader)
{
    m_choose->setEnabled(false);
    m_reading->ask([reader = std::move(reader)](const QuestionOptions& /*options*/) { return reader(); },
                   [this](const LogoPicture& picture) {
                       m_choose->setEnabled(true);
                       if (!picture.problem)
                           show(picture);
                       Q_EMIT told(picture.problem ? wording::error(*picture.problem) : QString());
                   });
}

void LogoField::show(const LogoPicture& picture)
{
    m_logo = picture.bytes;
    m_preview->setPixmap(QPixmap::fromImage(picture.preview));
    m_preview->setVisible(!m_logo.empty());
    m_remove->setVisible(!m_logo.empty());
}

} // namespace trestle
