#pragma once

#include <QString>

namespace trestle {

/// Text broken at spaces into lines of about sixty characters, as all tool tips are.
QString wrappedTip(const QString& text);
/// A paragraph of a tip of several, as rich text with what it holds escaped; its label, if it has one, is bold.
QString tipParagraph(const QString& label, const QString& text);

} // namespace trestle
